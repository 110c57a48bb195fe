// Written from docs/reference/openapi.json by "npm run docs". Do not edit by hand.

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and in which centres. */
        get: operations["access_readSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name, e-mail and password of a person who came by a one-time link. */
        post: operations["access_welcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People with access to the centre. */
        get: operations["access_listMembers"];
        put?: never;
        /** Gives a person a role and a one-time link to come in by, shown once and sent nowhere. Whoever has an account already gets the address of sign-in and no expiry: she comes in as herself. */
        post: operations["access_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a person’s access to this centre away. The last administrator stays. */
        delete: operations["access_removeMember"];
        options?: never;
        head?: never;
        /** Changes a person’s role. */
        patch: operations["access_changeMember"];
        trace?: never;
    };
    "/centers/{centerId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens for scripts. */
        get: operations["access_listTokens"];
        put?: never;
        /** Makes a token. Its secret is in this reply and nowhere else. */
        post: operations["access_createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a token at once. */
        delete: operations["access_revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first, a hundred at a time; where asked, only who looked at customers or took data away. */
        get: operations["access_listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own password, codes, passkeys and open sessions. */
        get: operations["access_readOwnSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of one’s own sessions at once. */
        delete: operations["access_endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends all of one’s own sessions but this one. */
        delete: operations["access_endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets one of one’s own passkeys; asks for the password. */
        delete: operations["access_removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a link by mail that sets a new password. The answer is the same whether the address is anybody’s or not; works where PULT_URL and a mail server are set. */
        post: operations["access_askReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/members/{userId}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link, shown once and good for an hour, by which a member sets a new password. Not of people who belong to other centres too. */
        post: operations["access_makeResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which roles a second factor is needed. */
        get: operations["access_readSecurityPolicy"];
        /** Says in which roles a second factor is needed. It holds at once; whoever sets it needs one herself where her role is named. */
        put: operations["access_setSecurityPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the audit log’s chain again: whether a line was changed, left out or slipped in. */
        get: operations["access_checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/members/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends all sessions of a member at once; she can sign in again. */
        delete: operations["access_endMemberSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/members/{userId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets the codes and passkeys of a member who has lost them, and ends her sessions. Not of people who belong to other centres too. */
        delete: operations["access_resetSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules, those to begin with, and what a rule can watch and tell. */
        get: operations["alert_listAlertRules"];
        put?: never;
        /** Makes a rule; it is looked at from the next half-minute on. */
        post: operations["alert_createAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alert-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How often a rule would have been raised in the last seven days, from the quarters of an hour that are kept. */
        post: operations["alert_previewAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alert-rules/{alertRuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a rule. Its open alerts are closed where it watches something else now or is off. */
        put: operations["alert_changeAlertRule"];
        post?: never;
        /** Deletes a rule and closes its open alerts; the history stays. */
        delete: operations["alert_deleteAlertRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, the newest first. */
        get: operations["alerts_listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as a file. */
        post: operations["alerts_exportAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/bell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts are open, and the latest that are the reader’s to know. */
        get: operations["alerts_readBell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/bell/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers that the reader has seen everything up to this alert. */
        post: operations["alerts_seeBell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/quiet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reader’s own quiet hours. */
        get: operations["alerts_readOwnQuiet"];
        /** Sets the reader’s own quiet hours; what comes meanwhile is told in one message after them. */
        put: operations["alerts_setOwnQuiet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert, and who was told of it by what. */
        get: operations["alerts_readAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/alerts/{alertId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that somebody takes care of it: it reminds no more. */
        post: operations["alerts_answerAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/results/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How every measure changed from one period to another, judged together: which are results, which are noise. */
        post: operations["career_findResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own signed results. */
        get: operations["career_listResults"];
        put?: never;
        /** Signs one result, with no more in it than the person discloses. Noise and changes for the worse are refused. */
        post: operations["career_signResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/results/{resultId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws an own signed result. */
        delete: operations["career_deleteResult"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/results/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a statement was signed here and its numbers still hold. */
        post: operations["career_checkStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/resumes/{resumeId}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many A4 pages the résumé takes as PDF, and which letters cannot be printed. */
        get: operations["career_resumePages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/resumes/{resumeId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The résumé as DOCX, PDF or Markdown. Lines that wait to be filled are left out. */
        get: operations["career_resumeFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a résumé from DOCX, PDF or text. Keeps nothing; what was not recognised is given back as it stood. */
        post: operations["career_readResumeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A résumé given as data, as DOCX, PDF or Markdown. Keeps nothing. */
        post: operations["career_renderResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/letters/{letterId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter as DOCX, PDF or Markdown. */
        get: operations["career_letterFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/resumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own résumés, the last changed first. */
        get: operations["career_listResumes"];
        put?: never;
        /** Begins a résumé. */
        post: operations["career_createResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/resumes/{resumeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own résumé with its letters. */
        get: operations["career_readResume"];
        /** Saves a résumé over the version that was read. A line marked as verified that says anything else loses its mark. */
        put: operations["career_changeResume"];
        post?: never;
        /** Deletes an own résumé with its letters. */
        delete: operations["career_deleteResume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/resumes/{resumeId}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a cover letter beside an own résumé. */
        post: operations["career_createLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/letters/{letterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a letter over the version that was read. */
        put: operations["career_changeLetter"];
        post?: never;
        /** Deletes an own letter. */
        delete: operations["career_deleteLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/market-skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills that vacancies of a specialisation ask for, to hold a résumé against. */
        get: operations["career_marketSkills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/career/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that Pult keeps of one’s career, as JSON. */
        get: operations["career_exportAll"];
        put?: never;
        post?: never;
        /** Deletes all own résumés, letters and signed results. */
        delete: operations["career_deleteAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a centre; whoever makes it administers it. For administrators of the installation. */
        post: operations["center_createCenter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre and its policies. */
        get: operations["center_readCenter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the centre and its policies. */
        patch: operations["center_changeCenter"];
        trace?: never;
    };
    "/centers/{centerId}/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues, those to be confirmed first. */
        get: operations["center_listQueues"];
        put?: never;
        /** Makes a queue. */
        post: operations["center_createQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/queues/{queueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames, confirms, archives a queue or gives it opening hours. */
        patch: operations["center_changeQueue"];
        trace?: never;
    };
    "/centers/{centerId}/queues/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms several queues met in files at once: all of them or, when one is unknown, none. */
        post: operations["center_confirmQueues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/queues/{queueId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two names for one queue: moves names and history of this one into the other. */
        post: operations["center_mergeQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/opening-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weekly patterns of opening hours. */
        get: operations["center_listOpeningHours"];
        put?: never;
        /** Makes a weekly pattern. */
        post: operations["center_createOpeningHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/opening-hours/{openingHoursId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a weekly pattern. */
        patch: operations["center_changeOpeningHours"];
        trace?: never;
    };
    "/centers/{centerId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days of a year: what the calendar says and what the centre says. */
        get: operations["center_listDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A day with hours of its own, or closed. */
        put: operations["center_setDay"];
        post?: never;
        /** The day follows the calendar again. */
        delete: operations["center_clearDay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Targets with the periods for which they hold. */
        get: operations["center_listTargets"];
        put?: never;
        /** Sets a target from a day on; the former one ends the day before. */
        post: operations["center_setTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels by which data come in as they happen, and how each of them is. Secrets are never told. */
        get: operations["connectors_listConnectors"];
        put?: never;
        /** Makes a channel. The secret of a webhook is told here and never again. */
        post: operations["connectors_createConnector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For each of the last days how much of the opening hours a channel was there; its outages, the newest first. */
        get: operations["connectors_readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a channel, or turns it on or off. A password that is left out stays, unless the machine is another one. */
        put: operations["connectors_changeConnector"];
        post?: never;
        /** Takes a channel away. What came by it stays. */
        delete: operations["connectors_deleteConnector"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries whether a channel would work: the file is there, the machine answers and lets Pult in. Keeps nothing. */
        post: operations["connectors_testConnector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks now whether there are files to be picked up, and does not wait for the next set time. */
        post: operations["connectors_lookNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a webhook another secret, told once; the former one holds no longer. */
        post: operations["connectors_newSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the log of another machine has been taken: whoever follows it goes on from here. */
        get: operations["connectors_readPosition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next lines of a queue_log of another machine, kept together with the place where they end. Sent again, they change nothing. */
        post: operations["connectors_sendLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contacts and agent states as lines of JSON in one long request (application/octet-stream), `{"contact": {…}}` or `{"state": {…}}`, stored within half a second; the reply is a line for every piece stored. */
        post: operations["connectors_stream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/connectors/{connectorId}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A batch from outside, signed instead of signed in: `Pult-Timestamp` (seconds) and `Pult-Signature: sha256=` HMAC-SHA256 of timestamp, a full stop and the body, in hex. */
        post: operations["connectors_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/contacts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores contacts and agent states; answered when they are durable. Sending the same again changes nothing. */
        post: operations["contacts_sendBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/contacts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contacts leg by leg, as far as the caller sees. */
        post: operations["contacts_searchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same contacts as a file, xlsx or csv: as far as the caller sees, customers masked unless permitted. */
        post: operations["contacts_exportContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/contacts/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact whole: its legs, the agents’ states meanwhile, the caller’s other contacts. */
        get: operations["contacts_readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/lost-callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers who gave up and were not reached since. */
        get: operations["contacts_listLostCallers"];
        put?: never;
        /** Takes a lost caller, notes the call back, or closes the case. */
        post: operations["contacts_changeLostCaller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A server-sent stream of what changed (never the data itself). */
        get: operations["contacts_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measures whose definition the centre may change: what may be chosen, and every version with who, why and since when. */
        get: operations["definitions_list"];
        put?: never;
        /** A new version of a definition, valid from a day on; former ones stay as they are. */
        post: operations["definitions_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/definitions/{measureId}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a version back that does not hold yet. */
        delete: operations["definitions_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the demonstration’s history is filled. */
        get: operations["demo_readDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All forecasts, the newest first. */
        get: operations["forecast_listForecasts"];
        put?: never;
        /** Makes a forecast of every queue from its history. Answers at once; the work is a job whose progress can be read. */
        post: operations["forecast_createForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts/{forecastId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One forecast: how far it is, the totals of its days and weeks by queue and of all queues together, what they were made from, and the layers over it: of now for a draft, as published after. */
        get: operations["forecast_readForecast"];
        put?: never;
        post?: never;
        /** Throws a forecast away that was not published. */
        delete: operations["forecast_deleteForecast"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts/{forecastId}/intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The intervals of one forecast, with their bands. */
        get: operations["forecast_readForecastIntervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How published forecasts stood against what came: by queue, by how far ahead, and by both; by hour of the day, and by queue and hour. */
        get: operations["forecast_readForecastAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-accuracy/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A table of the accuracy page as a file: by queue and how far ahead, by queue and hour, or by method as back-tests ended. */
        post: operations["forecast_exportForecastAccuracy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-accuracy/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each method did in the back-tests that queues were last learnt from, by how far ahead, and what it weighs now. */
        get: operations["forecast_readMethodAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts/{forecastId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A forecast as a file: a row an interval, a day or a week and queue, with its bands and handling time; of days and weeks all queues together too. */
        post: operations["forecast_exportForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts/{forecastId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a forecast that is waiting or being made. */
        post: operations["forecast_cancelForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecasts/{forecastId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a forecast: from then on it is never changed. */
        post: operations["forecast_publishForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events and corrections laid over forecasts, the newest first; those undone and over among them. */
        get: operations["forecast_listLayers"];
        put?: never;
        /** Lays an event or a correction over every draft of its days. Published forecasts stay as they are. */
        post: operations["forecast_createLayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-layers/{layerId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a layer off every draft. It stays in the list, and on forecasts that were published with it. */
        post: operations["forecast_undoLayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-layers/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How large a past event was: contacts of its days and hours over what the same weekdays of five weeks before and after brought. Null where nothing is comparable. */
        get: operations["forecast_readEventSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-accuracy/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether layers helped: days of published forecasts that had some, with and without them, by queue, by how far ahead, and by both; and of all queues events apart from corrections. */
        get: operations["forecast_readLayerAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stretches that somebody marked as not to be learnt from, the latest first. */
        get: operations["forecast_listLeftOut"];
        put?: never;
        /** Marks a stretch, an outage say, as not to be learnt from: the next forecast takes it for missing, not for zero, and learns anew. */
        post: operations["forecast_createLeftOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/forecast-left-out/{leftOutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes the mark away: the stretch is learnt from again. */
        delete: operations["forecast_deleteLeftOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a file as a raw stream (application/octet-stream), to be looked at and imported. */
        post: operations["imports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the file is, how its columns would be read, and the first contacts that come of it. Stores nothing. */
        post: operations["imports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last hundred imports. */
        get: operations["imports_listImports"];
        put?: never;
        /** Starts reading the file as a job. */
        post: operations["imports_startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import with progress and data-quality report. */
        get: operations["imports_readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports/{importId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows rejected, repaired or flagged, in order, five hundred at a time. */
        get: operations["imports_listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a running import and takes back what it had stored. */
        post: operations["imports_cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a finished import back, whole. Facts that another import also holds stay. */
        post: operations["imports_undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/mapping-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kept mappings. */
        get: operations["imports_listTemplates"];
        put?: never;
        /** Keeps a mapping under a name. */
        post: operations["imports_saveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/mapping-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a mapping. */
        delete: operations["imports_deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/installation/slow-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slow questions to the database by form since the server that answers started; nothing of any centre is in them. */
        get: operations["installation_readSlowQueries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/installation/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last backups of this Pult, and whether the newest one is older than this centre allows. */
        get: operations["installation_readBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/installation/backups/age": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how many days old the newest backup may be before alerts of overdue backups are raised; null: as old as it likes. */
        put: operations["installation_setBackupAge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/installation/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether members may sign in at another place (OpenID Connect), at which, and the address to register there. */
        get: operations["installation_readOtherSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/installation/sign-in/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the other place for its discovery document and says what is wrong with it. Throws 409 where sign-in there is off. */
        post: operations["installation_checkOtherSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/intraday": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A running (or past) day: planned, came so far, expected for the rest, and where planned agents fall short. */
        get: operations["intraday_readIntraday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/intraday/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as a file: a row an interval and queue, with its bands, agents and service level. */
        post: operations["intraday_exportIntraday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specialisations with their latest snapshots, and the state of sources. */
        get: operations["market_readMarket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Defines a specialisation: title words, words to leave out, a region. */
        post: operations["market_createSpecialisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a specialisation. Snapshots that were taken stay as they are. */
        put: operations["market_changeSpecialisation"];
        post?: never;
        /** Deletes a specialisation with its snapshots; vacancies that no other has go with it. */
        delete: operations["market_deleteSpecialisation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills by the share of vacancies that name them, with interval, series and trend. */
        get: operations["market_readSkills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/skills/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The table of skills as a file. */
        post: operations["market_exportSkills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pay of the vacancies active at the latest snapshot, after tax, with percentiles and what was left out. */
        get: operations["market_readPay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/vacancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vacancies active at the latest snapshot. */
        get: operations["market_readVacancies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specialisations side by side: pay and skills. */
        get: operations["market_compareProfessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries, regions and cities by part of their name, former names too. */
        get: operations["market_findAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of the centre beside the market: pay gap, risk, skills. */
        get: operations["market_listPosts"];
        put?: never;
        /** Puts a post of the centre beside the market. */
        post: operations["market_createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a post of the centre: people, pay, skills. */
        put: operations["market_changePost"];
        post?: never;
        /** Takes a post away from the market. */
        delete: operations["market_deletePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Snapshots of a specialisation, the newest first. */
        get: operations["market_listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the sources for the vacancies active now and keeps them as a dated snapshot. */
        post: operations["market_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/snapshots/{snapshotId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a refresh. What was read stays known; no snapshot is made of it. */
        post: operations["market_cancelSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/snapshots/{snapshotId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throws a snapshot away, such as that of a wrong file. */
        delete: operations["market_deleteSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes vacancies of a saved JSON or CSV file as a dated snapshot. */
        post: operations["market_importVacancies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/sources/hh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tells Pult how to ask hh.ru. Secrets are kept encrypted and never told again. */
        put: operations["market_setHhAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/sources/hh/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets the token of hh.ru. */
        delete: operations["market_forgetHhSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/sources/trudvsem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether Работа России is asked. It needs no key. */
        put: operations["market_setTrudvsem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Near-synonyms that wait for a decision, and groups that were decided. */
        get: operations["market_readSynonyms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts some skills as one, under the name of the first. Shares are counted anew on vacancies. */
        post: operations["market_groupSkills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/synonyms/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that some skills are different things; they are not suggested together again. */
        post: operations["market_refuseSynonyms"];
        /** Lets everything that was refused be suggested again. */
        delete: operations["market_forgetRefused"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/synonyms/{skillId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undoes a group: its skills are counted apart again. */
        delete: operations["market_ungroupSkills"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since a snapshot by more than chance: vacancies, skills, pay, own posts beside it. */
        get: operations["market_readDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/specialisations/{specialisationId}/digest/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The digest as a workbook, Markdown or a page of HTML. */
        post: operations["market_exportDigest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom digests go and when, with what became of the last ones. */
        get: operations["market_listDigests"];
        put?: never;
        /** Sends a digest to a list of people by mail or Telegram, every week or month. */
        post: operations["market_createDigest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/digests/{digestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes to whom a digest goes and when. */
        put: operations["market_changeDigest"];
        post?: never;
        /** Sends this digest no more. */
        delete: operations["market_deleteDigest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/market/digests/{digestId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the digest now; the next one is compared with the snapshot it told of. */
        post: operations["market_sendDigest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every measure and counter with formula, version and source. */
        get: operations["measures_listDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Measures of a period, split by up to two things, with comparison and targets. */
        post: operations["measures_queryMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same question as a file: xlsx or csv, as shown, shares and means with their interval. */
        post: operations["measures_exportMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/service-level-curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Service level over the threshold from 0 to 300 s, by every rule. */
        post: operations["measures_serviceLevelCurve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/service-level-curve/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same curve as a file: xlsx or csv, a row a threshold, a column a rule. */
        post: operations["measures_exportCurve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes on days and periods that touch [from, to); with a queue, its own and the centre’s. */
        get: operations["measures_listNotes"];
        put?: never;
        /** A comment on a day or period; shows on every chart. */
        post: operations["measures_createNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes an own note. */
        put: operations["measures_changeNote"];
        post?: never;
        /** Deletes an own note. */
        delete: operations["measures_deleteNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/recompute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Computes the roll-ups of a period from the facts again, compares, and mends unless dry. */
        post: operations["measures_recomputeMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole centre now: queues, agents by state, waiting, service level so far, what is out of line. */
        get: operations["measures_readToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/today/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server-sent stream of what changed in the centre, and on it `event: figures` with Today as the caller sees it: at once, whenever something came in (at most about once a second) and every five seconds. */
        get: operations["measures_followToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own and shared views. */
        get: operations["measures_listViews"];
        put?: never;
        /** Saves a view of measures under a name. */
        post: operations["measures_createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/measures/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One view, by its own address. */
        get: operations["measures_readView"];
        /** Changes an own view. */
        put: operations["measures_changeView"];
        post?: never;
        /** Deletes an own view. */
        delete: operations["measures_deleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail server and the Telegram bot by which messages go out, without their secrets. */
        get: operations["messages_readMessageSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/mail-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the mail server. The password is kept encrypted; left out, it stays, unless the server is another one. */
        put: operations["messages_setMailServer"];
        post?: never;
        /** Forgets the mail server and its password. */
        delete: operations["messages_forgetMailServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/telegram-bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the token of the Telegram bot, kept encrypted. */
        put: operations["messages_setTelegramBot"];
        post?: never;
        /** Forgets the Telegram bot. */
        delete: operations["messages_forgetTelegramBot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test message to one address; how it went stands in the log. */
        post: operations["messages_sendTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of the centre, without their secrets. */
        get: operations["messages_listWebhooks"];
        put?: never;
        /** Adds a webhook; its secret is told this once. Only https, and no address of a private network unless the installation allows it. */
        post: operations["messages_createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a webhook; posts that still wait for it are refused. */
        delete: operations["messages_deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts a test message to a webhook; how it went stands in the log. */
        post: operations["messages_testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent, refused or given up, with the words of the other side, the newest first. */
        get: operations["messages_listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/messages/{messageId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a refused or given-up message again. */
        post: operations["messages_sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams the caller sees. */
        get: operations["people_listTeams"];
        put?: never;
        /** Makes a team. */
        post: operations["people_createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames a team or changes who supervises it. */
        patch: operations["people_changeTeam"];
        trace?: never;
    };
    "/centers/{centerId}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents the caller sees, those to be confirmed first. */
        get: operations["people_listAgents"];
        put?: never;
        /** Adds an agent. */
        post: operations["people_createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an agent: name, team, skills, status. */
        patch: operations["people_changeAgent"];
        trace?: never;
    };
    "/centers/{centerId}/agents/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms several agents met in files at once: all of them or, when one is unknown, none. */
        post: operations["people_confirmAgents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agents/{agentId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two names for one person: moves names and history of this one into the other. */
        post: operations["people_mergeAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills. */
        get: operations["people_listSkills"];
        put?: never;
        /** Makes a skill. */
        post: operations["people_createSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/skills/{skillId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a skill, and takes it from the agents who have it. */
        delete: operations["people_deleteSkill"];
        options?: never;
        head?: never;
        /** Renames a skill, or says for which queues it is needed. */
        patch: operations["people_changeSkill"];
        trace?: never;
    };
    "/centers/{centerId}/pause-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pause reasons, those to be confirmed first. */
        get: operations["people_listPauseReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/pause-reasons/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms several pause reasons met in files at once: all of them or, when one is unknown, none. */
        post: operations["people_confirmPauseReasons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/pause-reasons/{pauseReasonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Names, confirms and classes a pause reason. */
        patch: operations["people_changePauseReason"];
        trace?: never;
    };
    "/centers/{centerId}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work agreements of the agents the caller sees, past and future ones too. Pay is left out for those who keep no personnel files. */
        get: operations["people_listAgreements"];
        put?: never;
        /** Makes an agreement with an agent. The one that holds until now ends on the day before; days of a later one are refused. */
        post: operations["people_createAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agreements/{agreementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes an agreement that was made by mistake. */
        delete: operations["people_deleteAgreement"];
        options?: never;
        head?: never;
        /** Changes an agreement: its terms or its days. */
        patch: operations["people_changeAgreement"];
        trace?: never;
    };
    "/centers/{centerId}/personal-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Birth dates, protected groups and written consents. Personal data; every reading leaves a line in the audit log. */
        get: operations["people_listPersonalFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agents/{agentId}/personal-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets birth date, protected groups and written consents of an agent. */
        put: operations["people_setPersonalFacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agreement-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of agreements. */
        get: operations["people_listAgreementTemplates"];
        put?: never;
        /** Makes a template of agreements. */
        post: operations["people_createAgreementTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/agreement-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a template; agreements made from it stay. */
        delete: operations["people_deleteAgreementTemplate"];
        options?: never;
        head?: never;
        /** Changes a template; agreements made from it before stay as they are. */
        patch: operations["people_changeAgreementTemplate"];
        trace?: never;
    };
    "/centers/{centerId}/agreement-templates/{templateId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the same agreement with many agents from a day on. */
        post: operations["people_applyAgreementTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave and other absences of the agents the caller sees. */
        get: operations["people_listAbsences"];
        put?: never;
        /** Adds an absence. One that overlaps another is refused, or joined with it where asked. */
        post: operations["people_createAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an absence back. */
        delete: operations["people_deleteAbsence"];
        options?: never;
        head?: never;
        /** Changes an absence. */
        patch: operations["people_changeAbsence"];
        trace?: never;
    };
    "/centers/{centerId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the agents the caller sees can and cannot work, week by week. */
        get: operations["people_listAvailability"];
        put?: never;
        /** Adds a stretch of the week to an agent’s availability. */
        post: operations["people_createAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/availability/{availabilityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a stretch of an agent’s availability. */
        delete: operations["people_deleteAvailability"];
        options?: never;
        head?: never;
        /** Changes a stretch of an agent’s availability. */
        patch: operations["people_changeAvailability"];
        trace?: never;
    };
    "/centers/{centerId}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wishes of the agents the caller sees. */
        get: operations["people_listWishes"];
        put?: never;
        /** Adds a wish: an agent her own, a planner anybody’s. */
        post: operations["people_createWish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wishes/{wishId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a wish back. */
        delete: operations["people_deleteWish"];
        options?: never;
        head?: never;
        /** Changes a wish. */
        patch: operations["people_changeWish"];
        trace?: never;
    };
    "/centers/{centerId}/personal-data/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the centre holds of a customer or an agent: by kind, how many rows, between which days. */
        post: operations["privacy_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person’s copy: everything that is found, as JSON, or as a table to read. Of other people nothing. */
        post: operations["privacy_exportPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wordings by which agents and customers are told how their data is used, the newest first. */
        get: operations["privacy_listNotices"];
        put?: never;
        /** Keeps a wording with the day from which it holds. It is not changed afterwards. */
        post: operations["privacy_createNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/notices/{noticeId}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which agents were told, when and how, and who was not. */
        get: operations["privacy_listTold"];
        put?: never;
        /** Records that agents were told. */
        post: operations["privacy_tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers agreed to and took back, the newest first. */
        get: operations["privacy_listConsents"];
        put?: never;
        /** Records that a customer agreed to something. */
        post: operations["privacy_createConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/consents/{consentId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that a customer took a consent back. */
        post: operations["privacy_withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes what tells who a customer or a former agent is: a pseudonym stands in its place, everything counted stays. Cannot be undone. */
        post: operations["privacy_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts another number or address in the place of a customer’s wrong one, in all her contacts; who came again is counted anew. */
        post: operations["privacy_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests about personal data with their term; the open ones first. */
        get: operations["privacy_listRequests"];
        put?: never;
        /** Writes a request down; by its kind and the centre’s calendar the day follows by which it must be answered. */
        post: operations["privacy_createRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Says what became of a request, or gives it five working days more, once. */
        patch: operations["privacy_changeRequest"];
        trace?: never;
    };
    "/centers/{centerId}/personal-data/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of whom nothing is removed, and why. */
        get: operations["privacy_listHolds"];
        put?: never;
        /** Keeps everything of a customer, an agent or everybody from being removed. */
        post: operations["privacy_createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets removals go on. */
        delete: operations["privacy_liftHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was removed, when, why and how much, the newest first. */
        get: operations["privacy_listRemovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/removals/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The acts of removals as a file. */
        get: operations["privacy_exportRemovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long each kind of data is kept; null where it is kept. */
        get: operations["privacy_readRetention"];
        /** Sets how many days a kind of data is kept; null keeps it. What is over goes with the next daily run. */
        put: operations["privacy_setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would go if a kind were kept so long; nothing goes. */
        post: operations["privacy_previewRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/personal-data/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes now what is over, as the daily run does: a job. */
        post: operations["privacy_runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reconciliations/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which definitions, thresholds and filters explain the figures of an old report; nothing is kept. */
        post: operations["reconciliations_explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reconciliations that were kept, the newest first. */
        get: operations["reconciliations_list"];
        put?: never;
        /** Explains an old report and keeps it with what was found, under a name. */
        post: operations["reconciliations_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reconciliations/{reconciliationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kept reconciliation as it was found then. */
        get: operations["reconciliations_read"];
        put?: never;
        post?: never;
        /** Deletes a kept reconciliation. */
        delete: operations["reconciliations_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is reported to whom and when, with the last one of each. */
        get: operations["reports_listReports"];
        put?: never;
        /** Reports the day, the week or the month that is over to a list of people, at a time of the centre. */
        post: operations["reports_createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes what is reported, to whom or when; what has been made stays as it is. */
        put: operations["reports_changeReport"];
        post?: never;
        /** Makes this report no more; those that are kept go with it. */
        delete: operations["reports_deleteReport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A report as it would be made now; nothing is kept or sent. */
        post: operations["reports_previewReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reports/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The report to management of a day, a week or a month as a file; nothing is kept or sent. */
        post: operations["reports_drawReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/reports/{reportId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kept ones of a report, the newest first, with what became of their letters. */
        get: operations["reports_listRuns"];
        put?: never;
        /** Makes the report now and keeps it; sends it where asked. */
        post: operations["reports_makeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/report-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kept report, to read. */
        get: operations["reports_readRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/report-runs/{runId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A kept report as PDF or workbook, byte for byte as it was made. */
        post: operations["reports_keepRunFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/report-runs/{runId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a kept report to those who are on its list today. */
        post: operations["reports_sendRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rosters and their editions, the newest first. */
        get: operations["schedule_listRosters"];
        put?: never;
        /** Makes a roster for a requirement. Answers at once; the work is a job whose progress, bound and best roster so far can be read at any time. */
        post: operations["schedule_createRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A roster with its members and shifts, of the agents the caller sees; the best so far while it is made. */
        get: operations["schedule_readRoster"];
        put?: never;
        post?: never;
        /** Throws a roster away that was not published; one that is being made stops. */
        delete: operations["schedule_deleteRoster"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the making of a roster and keeps the best so far. */
        post: operations["schedule_stopRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on improving a draft from what it is now; locked shifts stay where they are. */
        post: operations["schedule_continueRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes shifts by hand, or tries it: answers with cost by parts, change of coverage, and rules of the law that break or heal. */
        patch: operations["schedule_editShifts"];
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes the last change of a draft that was not undone yet. */
        post: operations["schedule_undoChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what in a roster, the newest first. */
        get: operations["schedule_listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of labour law that the roster breaks, as of now, with the decisions taken on them. */
        get: operations["schedule_readViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a roster: from then on it is never changed. Refused while a blocking rule is broken on which no reasoned decision is given. */
        post: operations["schedule_publishRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a new edition of a published roster, as a draft, with the reason for it. */
        post: operations["schedule_reviseRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/compare/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs from this roster to another: shift by shift, with the notice people get, and in cost. */
        get: operations["schedule_compareRosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A roster as a file: a row a shift. */
        post: operations["schedule_exportRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes shifts of a draft from a file as `export` writes it, edited by hand: shifts of the agents in it are replaced. Says row, field and reason of what is wrong, and then changes nothing. */
        post: operations["schedule_importRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/my-rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rosters in force that hold the caller, or an agent whom she sees, and end today or later. */
        get: operations["schedule_listMyRosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller has read her shifts in a roster in force. Said again it changes nothing; nobody says it for another. */
        post: operations["schedule_acknowledgeRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a published roster whom the caller sees, and who of them has read it when. */
        get: operations["schedule_listReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours for pay by agent in a period of at most 366 days: planned, worked, night, holiday, overtime, norm. */
        get: operations["schedule_readHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/hours/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hours for pay as a file: a row an agent. */
        post: operations["schedule_exportHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/fairness/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The fair share of a year as a file: a row an agent whom the caller sees. */
        post: operations["schedule_exportFairness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/my-standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours of one agent against her norm in a period, and which of her wishes the rosters in force meet. */
        get: operations["schedule_readStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/my-wishes/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why wishes of one agent are refused by the rosters in force that hold days of a period. A wish that came after a roster was made is not among them. */
        get: operations["schedule_explainWishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents at their posts against the need, by queue and slot. */
        get: operations["schedule_readCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proven bound and gap, what binds, where agents are short and what would cure it, and which wishes were refused and why. */
        get: operations["schedule_readReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an agent got a shift, or a day off, on a day. */
        get: operations["schedule_explainShift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rosters/{rosterId}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hours for pay by agent: worked, night, holiday and overtime. */
        get: operations["schedule_readPayHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nights, weekends, holidays, short rests, late changes and refused wishes by person in a year, of those the caller sees, and how they are spread over all, without names. */
        get: operations["schedule_readFairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/my-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published shifts of the caller, or of an agent whom she sees; four weeks from today where no days are given. */
        get: operations["schedule_readMyShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/my-shifts/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the address of a calendar with the caller’s own shifts, shown this once; an earlier one stops working. */
        post: operations["schedule_createFeed"];
        /** Revokes the address of the caller’s calendar. */
        delete: operations["schedule_deleteFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar of an agent’s shifts (iCalendar, RFC 5545), for whoever has its secret address. */
        get: operations["schedule_readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/labor-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule of labour law that Pult knows, by jurisdiction, with what this centre set over it. */
        get: operations["schedule_listLaborRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/labor-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets another severity or other parameters over a rule, for the centre or one agreement, with a reason. */
        post: operations["schedule_createLaborOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/labor-overrides/{overrideId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back what was set over a rule. */
        delete: operations["schedule_deleteLaborOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/shift-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of shifts, fixed and free. */
        get: operations["schedule_listShiftTemplates"];
        put?: never;
        /** Makes a template of shifts. */
        post: operations["schedule_createShiftTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/shift-templates/{shiftTemplateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes or archives a template; shifts made from it stay as they are. */
        patch: operations["schedule_changeShiftTemplate"];
        trace?: never;
    };
    "/centers/{centerId}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rotations: patterns of weeks, and who walks through them. */
        get: operations["schedule_listRotations"];
        put?: never;
        /** Makes a rotation. */
        post: operations["schedule_createRotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/rotations/{rotationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a rotation; rosters made by it stay. */
        delete: operations["schedule_deleteRotation"];
        options?: never;
        head?: never;
        /** Changes a rotation: its weeks, or who walks through it. */
        patch: operations["schedule_changeRotation"];
        trace?: never;
    };
    "/centers/{centerId}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings and trainings to be placed. */
        get: operations["schedule_listActivities"];
        put?: never;
        /** Adds a meeting or a training that rosters are to place. */
        post: operations["schedule_createActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/activities/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a meeting or a training. */
        delete: operations["schedule_deleteActivity"];
        options?: never;
        head?: never;
        /** Changes a meeting or a training; rosters that placed it stay as they are. */
        patch: operations["schedule_changeActivity"];
        trace?: never;
    };
    "/centers/{centerId}/what-ifs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All days that were tried differently, the newest first. */
        get: operations["simulation_listWhatIfs"];
        put?: never;
        /** Models a past or forecast day of the centre and runs it; scenarios are added to it afterwards. */
        post: operations["simulation_createWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/what-ifs/{whatIfId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One day with its scenarios, what came of them, and their differences from the base. */
        get: operations["simulation_readWhatIf"];
        /** Keeps the name and the scenarios, and runs them all on the same days. */
        put: operations["simulation_changeWhatIf"];
        post?: never;
        /** Throws a day and its scenarios away. */
        delete: operations["simulation_deleteWhatIf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/what-ifs/{whatIfId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a run. */
        post: operations["simulation_cancelWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/what-ifs/{whatIfId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The scenarios side by side as a file: a row a scenario and queue. */
        post: operations["simulation_exportWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/staffing/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each queue is to keep when agents are counted. */
        get: operations["staffing_listRules"];
        /** Sets the rule of one queue, or of all of a kind of work that have none of their own. */
        put: operations["staffing_setRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/staffing/shrinkage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why people on shift are not at their posts, by kind. */
        get: operations["staffing_listShrinkage"];
        /** Sets all kinds of shrinkage. */
        put: operations["staffing_setShrinkage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All requirements, the newest first. */
        get: operations["staffing_listRequirements"];
        put?: never;
        /** Counts the agents each queue needs in each interval, from a forecast or from the last four weeks. Answers at once; the work is a job whose progress can be read. */
        post: operations["staffing_createRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/requirements/{requirementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One requirement with its intervals, and the chance of each day. */
        get: operations["staffing_readRequirement"];
        put?: never;
        post?: never;
        /** Throws a requirement away that was not published; one that is being counted stops. */
        delete: operations["staffing_deleteRequirement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/requirements/{requirementId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts the same days anew as a draft, from the forecast published last for them and the rules of now. */
        post: operations["staffing_renewRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/requirements/{requirementId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a requirement: from then on it is never changed. */
        post: operations["staffing_publishRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/requirements/{requirementId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A requirement as a file: a row an interval and queue, a row a day and queue with a column an interval, or rows for other planning systems. */
        post: operations["staffing_exportRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/staffing/habits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How patient a queue’s callers are, and how much of the agents’ presence is there for them, by hour of the day, as the last four weeks show it. */
        get: operations["staffing_readHabits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/staffing/shrinkage/observed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why agents who were signed in were not at their posts in the last four weeks, by kind, weekday and hour. */
        get: operations["staffing_observeShrinkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/skill-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requirements by skill group with what came of them, the newest first: agents at posts, and people on the roster by the shrinkage and rules of now. Of queues of calls alone. */
        get: operations["staffing_listSkillNeeds"];
        put?: never;
        /** Searches the fewest agents by skill group and half-hour of a day such that every queue keeps the target of its staffing rule (or one for all), by simulation of the routing that is named; groups, patience and handling are as the log shows them. A job whose progress can be read. */
        post: operations["staffing_createSkillNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/skill-needs/{skillNeedId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throws a requirement by skill group away; a search that runs stops. */
        delete: operations["staffing_deleteSkillNeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/skill-needs/{skillNeedId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A requirement by skill group as a file: a row a half-hour and group, with agents at their posts and people on the roster. */
        post: operations["staffing_exportSkillNeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wallboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wallboards of a centre, each with its scheme and with what is known of its link; the link itself is never told again. */
        get: operations["wallboards_listWallboards"];
        put?: never;
        /** Makes a wallboard of a scheme: a new one, a copy, or one from a file. */
        post: operations["wallboards_createWallboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wallboards/{wallboardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a wallboard; screens that show it follow within seconds. */
        put: operations["wallboards_changeWallboard"];
        post?: never;
        /** Deletes a wallboard and its link. */
        delete: operations["wallboards_deleteWallboard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wallboards/{wallboardId}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wallboard with its figures of this moment. */
        get: operations["wallboards_showWallboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wallboards/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a scheme would show at this moment. Keeps nothing. */
        post: operations["wallboards_previewWallboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centers/{centerId}/wallboards/{wallboardId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the link by which the board opens without sign-in (`/wall/<token>`), told once; a former one holds no longer. */
        post: operations["wallboards_makeLink"];
        /** Revokes the link: screens that were opened by it go dark within seconds. */
        delete: operations["wallboards_revokeLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wall/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The board of a link with its figures of this moment. Needs no sign-in and tells nothing else. */
        get: operations["wallboards_readWall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wall/{token}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A server-sent stream of the board of a link: `event: figures` with the whole board, at once, whenever something changed (once a second at most) and every five seconds; `event: ended` when the link holds no longer. */
        get: operations["wallboards_followWall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Leave, illness and other days on which she does not work. */
        Absence: {
            absenceId: number;
            agentId: number;
            /** @enum {string} */
            kind: "leave" | "sick" | "study" | "unavailable" | "other";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number | null;
            toMinute: number | null;
            note: string;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            version: number;
        };
        AbsenceChange: {
            /** @enum {string} */
            kind: "leave" | "sick" | "study" | "unavailable" | "other";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number | null;
            toMinute: number | null;
            note: string;
            version: number;
        };
        AbsenceDraft: {
            agentId: number;
            /** @enum {string} */
            kind: "leave" | "sick" | "study" | "unavailable" | "other";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number | null;
            toMinute: number | null;
            note: string;
            /**
             * @description `merge` joins it with absences of the same kind that it touches; those of another kind are refused all the same.
             * @default refuse
             * @enum {string}
             */
            ifOverlaps?: "refuse" | "merge";
        };
        /** @description A meeting or a training that is to be placed where it harms the service least. */
        Activity: {
            activityId: number;
            name: string;
            /** @enum {string} */
            kind: "meeting" | "training";
            minutes: number;
            agentIds: number[];
            isTogether: boolean;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number;
            toMinute: number;
            version: number;
        };
        ActivityChange: {
            name: string;
            /** @enum {string} */
            kind: "meeting" | "training";
            minutes: number;
            agentIds: number[];
            isTogether: boolean;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number;
            toMinute: number;
            version: number;
        };
        ActivityDraft: {
            name: string;
            /** @enum {string} */
            kind: "meeting" | "training";
            minutes: number;
            agentIds: number[];
            isTogether: boolean;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            fromMinute: number;
            toMinute: number;
        };
        Agent: {
            agentId: number;
            name: string;
            teamId: number | null;
            /** @enum {string} */
            status: "confirmed" | "toConfirm" | "archived";
            hiredOn: string | null;
            leftOn: string | null;
            skillIds: number[];
            /** @description What files and systems call her. */
            names: string[];
            version: number;
        };
        AgentChange: {
            name: string;
            teamId: number | null;
            /** @enum {string} */
            status: "confirmed" | "toConfirm" | "archived";
            hiredOn: string | null;
            leftOn: string | null;
            skillIds: number[];
            version: number;
        };
        Agreement: {
            agreementId: number;
            agentId: number;
            /**
             * Format: date
             * @description Days from and to which it holds, both included; null: until another begins.
             */
            from: string;
            to: string | null;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
            /** @description The template it was made from. */
            templateId: number | null;
            version: number;
        };
        AgreementChange: {
            /** Format: date */
            from: string;
            to: string | null;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
            version: number;
        };
        AgreementDraft: {
            agentId: number;
            /** Format: date */
            from: string;
            to: string | null;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
        };
        AgreementTemplate: {
            templateId: number;
            name: string;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
            /** @description Agreements made from it that hold today. */
            agents: number;
            version: number;
        };
        AgreementTemplateChange: {
            name: string;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
            version: number;
        };
        AgreementTemplateDraft: {
            name: string;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA";
            weekHours: number;
            rate: number;
            /** @enum {string} */
            weekPattern: "fiveDay" | "sixDay" | "shifts";
            accountingMonths: 1 | 3 | 6 | 12;
            isNightWorkEqualised: boolean;
            isContinuousOperation: boolean;
            isSideJob: boolean;
            minShiftHours: number | null;
            maxShiftHours: number | null;
            minWeekHours: number | null;
            maxWeekHours: number | null;
            costPerHour: number | null;
        };
        /** @description What a rule would have done, as far as what is kept can tell. */
        AlertPreview: {
            days: number;
            /** @description How often it would have been raised; null where what it watches is not kept: who waited, who was signed in, what failed. */
            raised: number | null;
            /** @description For how many minutes alerts would have been open, all together. */
            openMinutes: number;
            /** @description The latest, the newest first. */
            latest: {
                words: components["schemas"]["Bilingual"];
                raisedAt: string;
                clearedAt: string | null;
            }[];
        };
        AlertRule: {
            name: string;
            watch: components["schemas"]["AlertWatch"];
            limit: {
                /** @enum {string} */
                side: "above" | "below";
                at: number | null;
                /** @default 0 */
                slack: number;
                /** @default 0 */
                fewest: number;
                /** @default false */
                onlySure: boolean;
            } | null;
            /** @default 5 */
            holdMinutes: number;
            /** @default 5 */
            clearMinutes: number;
            /** @default null */
            remindMinutes: number | null;
            /** @default true */
            openHoursOnly: boolean;
            /**
             * @default serious
             * @enum {string}
             */
            severity: "watch" | "serious" | "critical";
            /** @default null */
            quiet: components["schemas"]["QuietHours"] | null;
            /** @default false */
            isUrgent: boolean;
            told: {
                /** @default [] */
                roles: ("administrator" | "head" | "planner" | "supervisor" | "analyst" | "hr" | "agent")[];
                /** @default [] */
                userIds: string[];
                /** @default false */
                byMail: boolean;
                /** @default [] */
                mails: string[];
                /** @default [] */
                chats: string[];
                /** @default [] */
                webhookIds: number[];
            };
            /**
             * @default ru
             * @enum {string}
             */
            language: "ru" | "en";
            /** @default true */
            isOn: boolean;
            alertRuleId: number;
            version: number;
            madeByName: string;
            changedAt: string;
            /** @description How many of its alerts are open now, and when the last was raised. */
            open: number;
            lastRaisedAt: string | null;
        };
        AlertRuleChange: {
            version: number;
            draft: components["schemas"]["AlertRuleDraftInput"];
        };
        AlertRuleDraft: {
            name: string;
            watch: components["schemas"]["AlertWatch"];
            /** @description Null for conditions: a room has judged them. */
            limit: {
                /** @enum {string} */
                side: "above" | "below";
                at: number | null;
                /** @default 0 */
                slack: number;
                /** @default 0 */
                fewest: number;
                /** @default false */
                onlySure: boolean;
            } | null;
            /** @default 5 */
            holdMinutes: number;
            /** @default 5 */
            clearMinutes: number;
            /**
             * @description How often it is told again until somebody answers; null: once.
             * @default null
             */
            remindMinutes: number | null;
            /** @default true */
            openHoursOnly: boolean;
            /**
             * @default serious
             * @enum {string}
             */
            severity: "watch" | "serious" | "critical";
            /**
             * @description When nothing is sent; the page shows it all the same.
             * @default null
             */
            quiet: components["schemas"]["QuietHours"] | null;
            /**
             * @description Sent also in the quiet hours that a person has set for herself.
             * @default false
             */
            isUrgent: boolean;
            told: {
                /** @default [] */
                roles: ("administrator" | "head" | "planner" | "supervisor" | "analyst" | "hr" | "agent")[];
                /** @default [] */
                userIds: string[];
                /**
                 * @description Whether these people get mail, too.
                 * @default false
                 */
                byMail: boolean;
                /** @default [] */
                mails: string[];
                /** @default [] */
                chats: string[];
                /** @default [] */
                webhookIds: number[];
            };
            /**
             * @description In which language messages are written.
             * @default ru
             * @enum {string}
             */
            language: "ru" | "en";
            /** @default true */
            isOn: boolean;
        };
        AlertRuleDraftInput: {
            name: string;
            watch: components["schemas"]["AlertWatchInput"];
            /** @description Null for conditions: a room has judged them. */
            limit: {
                /** @enum {string} */
                side: "above" | "below";
                at: number | null;
                /** @default 0 */
                slack?: number;
                /** @default 0 */
                fewest?: number;
                /** @default false */
                onlySure?: boolean;
            } | null;
            /** @default 5 */
            holdMinutes?: number;
            /** @default 5 */
            clearMinutes?: number;
            /**
             * @description How often it is told again until somebody answers; null: once.
             * @default null
             */
            remindMinutes?: number | null;
            /** @default true */
            openHoursOnly?: boolean;
            /**
             * @default serious
             * @enum {string}
             */
            severity?: "watch" | "serious" | "critical";
            /**
             * @description When nothing is sent; the page shows it all the same.
             * @default null
             */
            quiet?: components["schemas"]["QuietHoursInput"] | null;
            /**
             * @description Sent also in the quiet hours that a person has set for herself.
             * @default false
             */
            isUrgent?: boolean;
            told: {
                /** @default [] */
                roles?: ("administrator" | "head" | "planner" | "supervisor" | "analyst" | "hr" | "agent")[];
                /** @default [] */
                userIds?: string[];
                /**
                 * @description Whether these people get mail, too.
                 * @default false
                 */
                byMail?: boolean;
                /** @default [] */
                mails?: string[];
                /** @default [] */
                chats?: string[];
                /** @default [] */
                webhookIds?: number[];
            };
            /**
             * @description In which language messages are written.
             * @default ru
             * @enum {string}
             */
            language?: "ru" | "en";
            /** @default true */
            isOn?: boolean;
        };
        AlertStory: {
            alertId: number;
            /** @description Null once its rule has been deleted. */
            alertRuleId: number | null;
            ruleName: string;
            /** @enum {string} */
            severity: "watch" | "serious" | "critical";
            subject: string;
            /** @description What was out of line when it was raised, as a sentence. */
            words: components["schemas"]["Bilingual"];
            value: number | null;
            worst: number | null;
            /** @description The version of the measure's definition that it was judged by: `abandonRate@1` is Pult's, `abandonRate@own2` the centre's; null of what is no measure. */
            definition: string | null;
            raisedAt: string;
            clearedAt: string | null;
            clearedBecause: ("good" | "unknown" | "closed" | "gone" | "rule") | null;
            answeredAt: string | null;
            answeredByName: string | null;
            answer: string | null;
            told: {
                /** @enum {string} */
                event: "raised" | "reminded" | "cleared";
                /** @enum {string} */
                way: "mail" | "telegram" | "webhook";
                address: string;
                madeAt: string;
                toldAt: string | null;
                status: ("waiting" | "sent" | "refused" | "givenUp") | null;
                problem: ("notSetUp" | "secretLost" | "unreachable" | "silent" | "certificate" | "noTls" | "signInRefused" | "addressRefused" | "messageRefused" | "busy" | "tokenRefused" | "chatNotFound" | "chatForbidden" | "tooManyRequests" | "notJson" | "privateAddress" | "redirected") | null;
            }[];
            toldByPage: boolean;
        };
        /** @description What a rule looks at. */
        AlertWatch: {
            /** @constant */
            kind: "measure";
            measure: string;
            /** @enum {string} */
            window: "15" | "30" | "60" | "120" | "today";
            /**
             * @default eachQueue
             * @enum {string}
             */
            scope: "eachQueue" | "together" | "center";
            /** @default [] */
            queueIds: number[];
            /**
             * @default all
             * @enum {string}
             */
            channels: "all" | "line";
        } | {
            /** @constant */
            kind: "live";
            /** @enum {string} */
            figure: "waiting" | "longestWaiting" | "inService" | "signedIn" | "available" | "onPause" | "pauseShare" | "occupancyNow" | "silentMinutes";
            /**
             * @default eachQueue
             * @enum {string}
             */
            scope: "eachQueue" | "together" | "center";
            /** @default [] */
            queueIds: number[];
            /**
             * @default all
             * @enum {string}
             */
            channels: "all" | "line";
        } | {
            /** @constant */
            kind: "condition";
            conditions: ("import" | "forecast" | "marketRefresh" | "sending" | "job" | "connector" | "backup" | "personalRequest")[];
        };
        /** @description What a rule looks at. */
        AlertWatchInput: {
            /** @constant */
            kind: "measure";
            measure: string;
            /** @enum {string} */
            window: "15" | "30" | "60" | "120" | "today";
            /**
             * @default eachQueue
             * @enum {string}
             */
            scope?: "eachQueue" | "together" | "center";
            /** @default [] */
            queueIds?: number[];
            /**
             * @default all
             * @enum {string}
             */
            channels?: "all" | "line";
        } | {
            /** @constant */
            kind: "live";
            /** @enum {string} */
            figure: "waiting" | "longestWaiting" | "inService" | "signedIn" | "available" | "onPause" | "pauseShare" | "occupancyNow" | "silentMinutes";
            /**
             * @default eachQueue
             * @enum {string}
             */
            scope?: "eachQueue" | "together" | "center";
            /** @default [] */
            queueIds?: number[];
            /**
             * @default all
             * @enum {string}
             */
            channels?: "all" | "line";
        } | {
            /** @constant */
            kind: "condition";
            conditions: ("import" | "forecast" | "marketRefresh" | "sending" | "job" | "connector" | "backup" | "personalRequest")[];
        };
        AmiSettings: {
            host: string;
            /** @default 5038 */
            port: number;
            user: string;
            /**
             * @description The queue_log of the same Asterisk, where the server can read it: then it tells the facts, and nothing is lost while the line is down.
             * @default null
             */
            logPath: string | null;
        };
        AmiSettingsInput: {
            host: string;
            /** @default 5038 */
            port?: number;
            user: string;
            /**
             * @description The queue_log of the same Asterisk, where the server can read it: then it tells the facts, and nothing is lost while the line is down.
             * @default null
             */
            logPath?: string | null;
        };
        /** @description A rule as it was applied to one queue. */
        AppliedRule: {
            queueId: number;
            /** @enum {string} */
            work: "calls" | "chats" | "deferred";
            targetLevel: number | null;
            withinSeconds: number;
            /** @enum {string} */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            shortSeconds: number;
            maxAbandonment: number | null;
            maxOccupancy: number | null;
            maxAsaSeconds: number | null;
            /** @description Null: nobody hangs up. */
            patienceSeconds: number | null;
            isPatienceEstimated: boolean;
            /** @description By hour of the local day, 0 to 23, where it was estimated. */
            patienceByHour: number[] | null;
            /** @description Where it was learnt, the mean over the load. */
            availability: number;
            isAvailabilityLearnt: boolean;
            /** @description By hour of the local day, 0 to 23; null where the number that somebody gave holds. */
            availabilityByHour: number[] | null;
            /** @description What stands behind patience and availability; null where neither was asked of the log. */
            log: {
                calls: number;
                hangUps: number;
                unlearnt: ("otherWork" | "noPresence" | "noHangUps" | "fewCalls" | "unlike") | null;
            } | null;
            contactsAtOnce: number;
            stretchPerExtra: number;
            /** @description Chats at once while the handling time of the log was measured, on average over chats; null where it is taken as one. */
            seenAtOnce: number | null;
            deadlineMinutes: number | null;
            /** @description Items lying there at the start; null where nothing may wait. */
            backlog: number | null;
        };
        /** @description Agreements made; those that held before end on the day before. Whoever has a later one already keeps it, and is named. */
        AppliedTemplate: {
            made: number;
            ended: number;
            leftOut: {
                agentId: number;
                name: string;
                /** Format: date */
                laterFrom: string;
            }[];
        };
        Area: {
            areaId: string;
            name: string;
            parentName: string | null;
            formerNames: string[];
        };
        AuditCheck: {
            /** @description How many lines the chain holds, up to where it is broken. */
            lines: number;
            /** @description How many of its links the server has marked with a key of its data folder. */
            marks: number;
            /** @description The hash of the newest line: noted elsewhere, it shows later that nothing before it was made anew. */
            head: string | null;
            broken: {
                /** @enum {string} */
                problem: "linkGone" | "lineGone" | "changed" | "mark" | "tailGone" | "notChained";
                auditId: number | null;
                position: number;
            } | null;
        };
        AuditLine: {
            auditId: number;
            /** Format: date-time */
            at: string;
            userName: string;
            /** @enum {string} */
            kind: "user" | "token" | "system";
            act: string;
            subject: string;
            detail: {
                [key: string]: unknown;
            };
        };
        /** @description When she can work, week by week: a student's timetable, a mother's evenings. */
        Availability: {
            availabilityId: number;
            agentId: number;
            /** @enum {string} */
            kind: "available" | "unavailable" | "study";
            /** Format: date */
            from: string;
            to: string | null;
            weekdays: number[];
            fromMinute: number;
            toMinute: number;
            note: string;
            version: number;
        };
        AvailabilityChange: {
            /** @enum {string} */
            kind: "available" | "unavailable" | "study";
            /** Format: date */
            from: string;
            to: string | null;
            weekdays: number[];
            fromMinute: number;
            toMinute: number;
            note: string;
            version: number;
        };
        AvailabilityDraft: {
            agentId: number;
            /** @enum {string} */
            kind: "available" | "unavailable" | "study";
            /** Format: date */
            from: string;
            to: string | null;
            weekdays: number[];
            fromMinute: number;
            toMinute: number;
            note: string;
        };
        /** @description The same with what each record holds, for who writes one. */
        BatchContent: {
            /** @description The name of the system that tells it; keys are unique within it. */
            source: string;
            /**
             * @description What happens to a key whose stored content differs: refused, or replaced.
             * @default reject
             * @enum {string}
             */
            onConflict?: "reject" | "replace";
            /**
             * @description Each is checked by itself, so that one bad record does not hold up the others.
             * @default []
             */
            contacts?: components["schemas"]["ContactInput"][];
            /** @default [] */
            states?: components["schemas"]["StateInput"][];
        };
        /** @description As a script writes it. */
        BatchReply: {
            accepted: number;
            duplicates: number;
            completed: number;
            corrected: number;
            /** @description Records that were not stored, each with its place and what was wrong; the others are durable. */
            rejected: {
                /** @description `contacts.17`. */
                at: string;
                sourceKey: string | null;
                /** @enum {string} */
                code: "invalid" | "conflict" | "impossibleTime";
                field: string;
                reason: string;
            }[];
        };
        Bilingual: {
            ru: string;
            en: string;
        };
        /** @description A hard limit that stands between the roster and a better one. */
        BindingLimit: {
            /** @description minRest, weeklyRest, maxMinutes, absence, mayWork … */
            limit: string;
            /** @description People for whom the best single change is refused by it. */
            agents: number;
            /** @description What those changes would save together. */
            saves: number;
            /** @description Hours by which the limit would be exceeded, and agent-hours now short that would be filled. */
            excessHours: number;
            /** @description The same in days where the limit counts days; else null. */
            excessDays: number | null;
            filledHours: number;
        };
        BoardLink: {
            /** Format: date-time */
            madeAt: string;
            madeByName: string;
            /** @description The last day on which it opens; null: until it is revoked. */
            lastDay: string | null;
            /** @description Whether that day is over. */
            hasEnded: boolean;
            lastOpenedAt: string | null;
        };
        /** @description How a burden is spread over people, without names. */
        BurdenSpread: {
            /** @enum {string} */
            burden: "nights" | "weekends" | "holidays" | "shortRests" | "lateChanges" | "refusedWishes";
            people: number;
            least: number;
            median: number;
            mean: number;
            most: number;
            /** @description 0: everybody bears the same; near 1: one bears it all. */
            gini: number;
        };
        CalendarDay: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            kind: "working" | "weekend" | "holiday" | "shortened" | "transferredOff" | "transferredWorking";
            /** @description The centre's own word about the day; absent where it follows the calendar and the week. */
            own: {
                name: string;
                periods: [
                    string,
                    string
                ][] | null;
            } | null;
        };
        CandidatesReply: {
            candidates: components["schemas"]["ResultCandidate"][];
            queues: string[];
            /** @description Hours of the periods whose figures are still behind the facts; nothing is signed before they are computed. */
            hoursDue: number;
            /** @description Parts of the days of both periods that have contacts. Where they are unlike, the periods are not compared: nothing is signed. */
            cover: {
                period: number;
                before: number;
                isAlike: boolean;
                /** @description The first day that has contacts at all: nothing before it can be compared with. */
                firstDay: string | null;
            };
        };
        Center: {
            centerId: number;
            name: string;
            /** @enum {string} */
            kind: "own" | "demo";
            timeZone: string;
            calendar: string;
            currency: string;
            policy: components["schemas"]["Policy"];
            version: number;
        };
        CenterChange: {
            name: string;
            timeZone: string;
            /** @enum {string} */
            calendar: "ru" | "none";
            policy: components["schemas"]["PolicyInput"];
            version: number;
        };
        /** @description A measure whose definition the centre may change, with its versions. */
        ChangeableDefinition: {
            measureId: string;
            name: {
                ru: string;
                en: string;
            };
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            /** @description What may be chosen. `options` null: seconds, and `none` says what it means to give none. */
            choices: {
                id: string;
                name: {
                    ru: string;
                    en: string;
                };
                options: {
                    id: string;
                    name: {
                        ru: string;
                        en: string;
                    };
                }[] | null;
                none: {
                    ru: string;
                    en: string;
                } | null;
                start: string | number | null;
            }[];
            /** @description Pult's own, which holds until the first version does. */
            published: {
                reference: string;
                parameters: components["schemas"]["DefinitionParameters"];
                formula: {
                    ru: string;
                    en: string;
                };
            };
            /** @description The newest first, those taken back too. */
            versions: components["schemas"]["DefinitionVersion"][];
            /** @description The version that holds today; null: Pult's own. */
            inForce: number | null;
        };
        /** @enum {string} */
        ChannelName: "voice" | "chat" | "email" | "messenger" | "callback";
        CheckReply: {
            /** @enum {string} */
            state: "holds" | "changed" | "withdrawn" | "forged";
            /** @description The change as the data have it today; null where it was not computed. */
            change: number | null;
        };
        CompareReply: {
            professions: components["schemas"]["ComparedProfession"][];
            /** @description Shares by profession, in their order; null where nobody names it there. */
            skills: {
                name: string;
                shares: (number | null)[];
            }[];
        };
        ComparedProfession: {
            specialisationId: number;
            name: string;
            takenOn: string | null;
            vacancies: number;
            named: number;
            pay: components["schemas"]["PayFiguresShape"];
        };
        /** @description How many of them waited to be confirmed; the others stay as they were. */
        Confirmed: {
            confirmed: number;
        };
        /** @description A password or key that is left out is the one that is kept. */
        ConnectorDraft: {
            /** @constant */
            kind: "queueLog";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["QueueLogSettingsInput"];
        } | {
            /** @constant */
            kind: "follow";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["FollowSettingsInput"];
        } | {
            /** @constant */
            kind: "stream";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: Record<string, never>;
        } | {
            /** @constant */
            kind: "webhook";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: Record<string, never>;
        } | {
            /** @constant */
            kind: "ami";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["AmiSettingsInput"];
            password?: string;
        } | {
            /** @constant */
            kind: "freeSwitch";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["FreeSwitchSettingsInput"];
            password?: string;
        } | {
            /** @constant */
            kind: "folder";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["FolderSettingsInput"];
        } | {
            /** @constant */
            kind: "sftp";
            name: string;
            /** @default Asterisk */
            source?: string;
            /** @default true */
            isOn?: boolean;
            /** @default 30 */
            silentMinutes?: number;
            settings: components["schemas"]["SftpSettingsInput"];
            password?: string;
            /** @description As its file has it: OpenSSH, PEM or PuTTY. */
            privateKey?: string;
            passphrase?: string;
        };
        ConnectorSettings: components["schemas"]["SftpSettings"] | components["schemas"]["AmiSettings"] | components["schemas"]["FolderSettings"] | components["schemas"]["FreeSwitchSettings"] | components["schemas"]["QueueLogSettings"] | components["schemas"]["FollowSettings"] | Record<string, never>;
        Consent: {
            consentId: number;
            customerKey: string;
            /** @enum {string} */
            kind: "processing" | "recording" | "advertising" | "other";
            /** Format: date */
            givenOn: string;
            how: string;
            wording: string;
            withdrawnOn: string | null;
            madeByName: string;
        };
        ConsentDraft: {
            customer: string;
            /** @enum {string} */
            kind: "processing" | "recording" | "advertising" | "other";
            /** Format: date */
            givenOn: string;
            how: string;
            wording: string;
        };
        ContactExport: {
            filter: components["schemas"]["ContactFilter"];
            /**
             * @default newest
             * @enum {string}
             */
            order?: "newest" | "oldest";
        };
        ContactFilter: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            queueIds?: number[];
            agentIds?: number[];
            channels?: ("voice" | "chat" | "email" | "messenger" | "callback")[];
            directions?: ("inbound" | "outbound")[];
            /** @description 1 (Monday) to 7, local. */
            weekday?: number;
            /** @description Local time of day `[from, to)`: `08:30`, `09:00`. */
            timeFrom?: string;
            timeTo?: string;
            outcomes?: ("answered" | "abandoned" | "flowedOut" | "unreached" | "open")[];
            /** @description Seconds, both included. */
            waitFrom?: number;
            waitTo?: number;
            talkFrom?: number;
            talkTo?: number;
            /** @description A customer's number or address, a contact's reference, an agent's name; the beginning is enough for numbers. */
            search?: string;
            /** @description Only legs that a reader mended or doubts. */
            flagged?: boolean;
            /** @description Only the contacts that belong to a part of this measure: `serviceLevelNeutral@1`, with `part`. */
            measure?: string;
            /**
             * @description `numerator`: what the measure counts · `rest`: what it is a share of and does not count · `all` (as if left out): what it stands on.
             * @enum {string}
             */
            part?: "numerator" | "rest" | "all";
            /** @description Threshold of the measure instead of the target of each contact's own queue and day. */
            within?: number;
        };
        /** @description One leg of a contact as a script sends it; see ContactRecord of the engine. Instants are ISO 8601 with offset. */
        ContactInput: {
            sourceKey: string;
            /** @description What all legs of one contact share; the source key when there is one leg. */
            contactRef?: string;
            /** @default 1 */
            leg?: number;
            /** @enum {string} */
            channel: "voice" | "chat" | "email" | "messenger" | "callback";
            /**
             * @default inbound
             * @enum {string}
             */
            direction?: "inbound" | "outbound";
            queue?: string;
            agent?: string;
            customer?: string;
            /** Format: date-time */
            offeredAt: string;
            /** @enum {string} */
            outcome: "answered" | "abandoned" | "flowedOut" | "unreached" | "open";
            /** @enum {string} */
            flowReason?: "timeout" | "key" | "emptyQueue" | "overflow" | "voicemail" | "callbackRequested";
            waitMs: number;
            ringMs?: number;
            talkMs?: number;
            holdMs?: number;
            holds?: number;
            acwMs?: number;
            agentNoAnswers?: number;
            /** @enum {string} */
            hungUpBy?: "agent" | "customer" | "system";
            transferredTo?: string;
            topic?: string;
        };
        ContactLeg: {
            legId: number;
            contactRef: string;
            leg: number;
            /** @enum {string} */
            channel: "voice" | "chat" | "email" | "messenger" | "callback";
            /** @enum {string} */
            direction: "inbound" | "outbound";
            queueId: number | null;
            queue: string | null;
            agentId: number | null;
            agent: string | null;
            /** @description Masked unless the caller may see customers. */
            customer: string | null;
            /** Format: date-time */
            offeredAt: string;
            /** @enum {string} */
            outcome: "answered" | "abandoned" | "flowedOut" | "unreached" | "open";
            flowReason: string | null;
            waitMs: number;
            ringMs: number;
            talkMs: number;
            holdMs: number;
            holds: number;
            acwMs: number;
            agentNoAnswers: number;
            hungUpBy: string | null;
            transferredTo: string | null;
            topic: string | null;
            flags: string[];
            source: string;
            sourceKey: string;
        };
        ContactPage: {
            contacts: components["schemas"]["ContactLeg"][];
            next: {
                /** Format: date-time */
                offeredAt: string;
                legId: number;
            } | null;
            /** @description How many there are in all, counted up to `countedTo`; null on later pages. */
            total: number | null;
            countedTo: number;
            /** @description On the first page of a search or of chosen agents: how many there are outside the period, counted up to `elsewhereTo`. */
            elsewhere: number | null;
            elsewhereTo: number;
        };
        ContactSearch: {
            filter: components["schemas"]["ContactFilter"];
            /** @default null */
            after?: {
                /** Format: date-time */
                offeredAt: string;
                legId: number;
            } | null;
            /** @default 100 */
            limit?: number;
            /**
             * @description Newest first unless told.
             * @default newest
             * @enum {string}
             */
            order?: "newest" | "oldest";
        };
        ContactsFinding: {
            /** @enum {string} */
            kind: "rejected" | "repaired" | "flagged" | "conflict";
            rowNumber: number | null;
            field: string | null;
            code: string;
            details: {
                [key: string]: string | number;
            };
        };
        /** @description A customer whose number or address was written down wrongly. */
        Correction: {
            text: string;
            into: string;
            reason: string;
        };
        /** @description Agents at their posts against what is needed, a queue a row; arrays hold one number a slot. */
        Coverage: {
            /** @description Beginnings of the slots. */
            slots: string[];
            slotMinutes: number;
            queues: {
                queueId: number;
                name: string;
                /** @description Null: no number of agents meets the target there. */
                needed: (number | null)[];
                /** @description Agents at their posts; shared out over queues where they take several. */
                posts: number[];
                /** @description Money that late, lost and waiting contacts are expected to cost. */
                cost: number[];
            }[];
            /** @description People on shift in all, at posts or not. */
            onShift: number[];
            days: {
                /** Format: date */
                day: string;
                /** @description Agent-hours short of the need, and beyond it. */
                hoursShort: number;
                hoursOver: number;
                hoursNeeded: number;
            }[];
        };
        /** @description Agents at their posts that a queue gains or loses. */
        CoverageChange: {
            queueId: number;
            /** Format: date-time */
            at: string;
            before: number;
            after: number;
            needed: number | null;
        };
        CurveQuery: {
            from: components["schemas"]["Moment"];
            to: components["schemas"]["Moment"];
            /** @default {} */
            filters?: components["schemas"]["MeasureFilters"];
            shortAbandonSeconds?: number;
        };
        /** @description Service level over the threshold, all rules. */
        CurveReply: {
            thresholds: number[];
            curves: {
                reference: string;
                name: {
                    ru: string;
                    en: string;
                };
                values: (number | null)[];
            }[];
            contacts: number;
            target: {
                value: number;
                withinSeconds: number;
            } | null;
        };
        /** @description By the id of the choice: a word of its options, or seconds; null is "none of its own". */
        DefinitionParameters: {
            [key: string]: string | number | null;
        };
        DefinitionVersion: {
            version: number;
            /** @description `ahtSeconds@own2`. */
            reference: string;
            parameters: components["schemas"]["DefinitionParameters"];
            formula: {
                ru: string;
                en: string;
            };
            /** Format: date */
            validFrom: string;
            reason: string;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Taken back before it came to hold. */
            withdrawnAt: string | null;
            withdrawnByName: string | null;
        };
        DefinitionsReply: {
            measures: components["schemas"]["MeasureDefinitionReply"][];
            counters: {
                id: string;
                ru: string;
                en: string;
                unit: string;
            }[];
        };
        /** @description A line of the log of what was sent. */
        Delivery: {
            messageId: number;
            /** @enum {string} */
            channel: "mail" | "telegram" | "webhook";
            address: string;
            subject: string;
            /** @enum {string} */
            status: "waiting" | "sent" | "refused" | "givenUp";
            tries: number;
            problem: ("notSetUp" | "secretLost" | "unreachable" | "silent" | "certificate" | "noTls" | "signInRefused" | "addressRefused" | "messageRefused" | "busy" | "tokenRefused" | "chatNotFound" | "chatForbidden" | "tooManyRequests" | "notJson" | "privateAddress" | "redirected") | null;
            /** @description What the other side said, in its own words. */
            answer: string | null;
            madeAt: string;
            madeByName: string;
            /** @description When it is tried next, while it waits. */
            tryAt: string | null;
            settledAt: string | null;
        };
        DemoReply: {
            /** @description Null: this is no demonstration, or it is filled. */
            filling: {
                /** @description 0 to 1. */
                fraction: number;
                /** @description History is there from this day on. */
                filledFrom: string | null;
            } | null;
        };
        DigestPlan: {
            specialisationId: number;
            /**
             * @default weekly
             * @enum {string}
             */
            rhythm: "weekly" | "monthly";
            /** @default 1 */
            day: number;
            /** @default 540 */
            minute: number;
            /**
             * @default ru
             * @enum {string}
             */
            language: "ru" | "en";
            /** @default [] */
            members: string[];
            /** @default [] */
            mails: string[];
            /** @default [] */
            chats: string[];
            /** @default false */
            withPosts: boolean;
            /** @default true */
            isOn: boolean;
            digestId: number;
            nextAt: string | null;
            /** @description The day of the snapshot that was told of last. */
            lastTakenOn: string | null;
            lastSentAt: string | null;
            deliveries: components["schemas"]["Delivery"][];
        };
        /** @description To whom a digest goes, and when. */
        DigestPlanDraft: {
            specialisationId: number;
            /**
             * @default weekly
             * @enum {string}
             */
            rhythm?: "weekly" | "monthly";
            /**
             * @description Of the week, 1 is Monday; or of the month.
             * @default 1
             */
            day?: number;
            /**
             * @description Minutes after midnight in the centre.
             * @default 540
             */
            minute?: number;
            /**
             * @default ru
             * @enum {string}
             */
            language?: "ru" | "en";
            /**
             * @description People of the centre, at the address each has when it is sent.
             * @default []
             */
            members?: string[];
            /** @default [] */
            mails?: string[];
            /** @default [] */
            chats?: string[];
            /**
             * @description Whether own posts and what they are paid are in it.
             * @default false
             */
            withPosts?: boolean;
            /** @default true */
            isOn?: boolean;
        };
        Done: {
            /** @constant */
            done: true;
        };
        /** @description What the list of contacts is filtered by to see what stands behind a row. */
        DrillFilter: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            queueIds?: number[];
            agentIds?: number[];
            channels?: ("voice" | "chat" | "email" | "messenger" | "callback")[];
            directions?: ("inbound" | "outbound")[];
            /** @description 1 (Monday) to 7, local. */
            weekday?: number;
            /** @description Local time of day `[from, to)`: `08:30`, `09:00`. */
            timeFrom?: string;
            timeTo?: string;
        };
        DurationField: {
            column: string;
            /**
             * @default seconds
             * @enum {string}
             */
            unit: "seconds" | "milliseconds" | "clock";
        };
        DurationFieldInput: {
            column: string;
            /**
             * @default seconds
             * @enum {string}
             */
            unit?: "seconds" | "milliseconds" | "clock";
        };
        /** @description What came of an edit, or would. */
        EditResult: {
            version: number;
            /** @description Shifts as they are now, and those that are gone. */
            shifts: components["schemas"]["PlannedShift"][];
            removed: number[];
            before: components["schemas"]["ObjectiveParts"];
            after: components["schemas"]["ObjectiveParts"];
            coverage: components["schemas"]["CoverageChange"][];
            /** @description Violations that came and those that went. */
            broken: components["schemas"]["LawViolation"][];
            cured: components["schemas"]["LawViolation"][];
            /** @description Of the whole roster, by severity. */
            violations: {
                block: number;
                warn: number;
                pay: number;
                info: number;
            };
        };
        Erased: {
            removalId: number;
            /** @description By what the person is called from now on. */
            called: string;
            changed: {
                /** @enum {string} */
                kind: "contacts" | "lostCallers" | "imports" | "consents" | "requests" | "person" | "states" | "agreements" | "absences" | "wishes" | "rosters" | "access" | "resumes" | "messages" | "alerts" | "notes" | "plans" | "market" | "connectors" | "settings" | "audit";
                rows: number;
            }[];
            /** @description Texts that still name the person: to be read and changed by hand. */
            left: components["schemas"]["FoundPart"][];
            /** @description Her account belongs to other centres too and stays there. */
            accountStays: boolean;
        };
        Erasure: {
            /** @constant */
            of: "customer";
            text: string;
            reason: string;
            /** @description The key as `called` tells it, typed again. */
            confirmation: string;
            /** @default null */
            requestId?: number | null;
        } | {
            /** @constant */
            of: "agent";
            agentId: number;
            reason: string;
            /** @description The key as `called` tells it, typed again. */
            confirmation: string;
            /** @default null */
            requestId?: number | null;
            /**
             * @description In which language "Former agent 12" is written.
             * @default ru
             * @enum {string}
             */
            language?: "ru" | "en";
        };
        /** @description How large something past was: what came over what was usual then. */
        EventSize: {
            came: number;
            usual: number;
            times: number;
            /** @description One standard deviation of `times`. */
            timesSd: number;
            /** @description Like days that were compared. */
            comparedDays: number;
        };
        Explained: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            /** @description The first instant of the first day and the first after the last, to look at the contacts by. */
            period: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            };
            /** @description What the report does with all its figures. */
            changes: components["schemas"]["ReportChange"][];
            figures: components["schemas"]["ExplainedFigure"][];
            /** @description How many sets of changes were tried. */
            tried: number;
            /** @description Other sets that explain as much, the next simplest first. */
            alternatives: components["schemas"]["ReportChange"][][];
            /** @description The queues of the period, by which `queues` is read. */
            queues: {
                queueId: number;
                name: string;
            }[];
            /** @description The centre's own service level, from which differences are told; null: each queue's target, the centre's limit of short abandons. */
            level: {
                measureId: string;
                withinSeconds: number | null;
                shortSeconds: number | null;
            };
            /** @description Hours of the period whose roll-ups are still behind the facts. */
            hoursDue: number;
            milliseconds: number;
        };
        ExplainedFigure: {
            figure: components["schemas"]["ReportFigure"];
            /**
             * @description `alone`: only what contradicts the other figures explains it; that is in `other`.
             * @enum {string}
             */
            status: "equal" | "explained" | "alone" | "unexplained";
            changes: components["schemas"]["ReportChange"][];
            /** @description Pult's value after one change after the other. */
            steps: {
                changes: components["schemas"]["ReportChange"][];
                value: number | null;
            }[];
            rows: {
                row: components["schemas"]["ReportRow"];
                pult: number | null;
                explained: number | null;
                /** @enum {string} */
                status: "equal" | "explained" | "unexplained";
            }[];
            /** @description How many of the ways that were tried give the told values. */
            fits: number;
            other: {
                changes: components["schemas"]["ReportChange"][];
                value: number | null;
            } | null;
        };
        FairnessRow: {
            agentId: number;
            name: string;
            teamId: number | null;
            /** @description Shifts in the year so far and ahead, as published. */
            shifts: number;
            nights: number;
            weekends: number;
            holidays: number;
            shortRests: number;
            lateChanges: number;
            refusedWishes: number;
        };
        /** @description As a person or script writes it: everything with a default may be left out. */
        Figure: {
            /** @description Null: nothing to divide by, or no data; shown "–". Fractions for shares, seconds for times. */
            value: number | null;
            numerator: number;
            denominator: number;
            /** @description Interpolated between the bounds of the histograms; shown ≈. */
            approximate: boolean;
        };
        FileOutcome: {
            snapshotId: number;
            rows: number;
            read: number;
            otherTitle: number;
            otherRegion: number;
            /** @description Rows with something wrong; those of `isKept` are kept without it. */
            problems: {
                row: number;
                /** @enum {string} */
                problem: "noTitle" | "notAVacancy" | "skillTooLong" | "payNotANumber" | "fromAboveTo" | "badDate";
                value: string;
                isKept: boolean;
            }[];
            moreProblems: number;
        };
        FolderSettings: {
            path: string;
            /** @default * */
            pattern: string;
        };
        FolderSettingsInput: {
            path: string;
            /** @default * */
            pattern?: string;
        };
        FollowSettings: {
            /**
             * @default end
             * @enum {string}
             */
            begin: "start" | "end";
        };
        FollowSettingsInput: {
            /**
             * @default end
             * @enum {string}
             */
            begin?: "start" | "end";
        };
        Forecast: {
            forecastId: number;
            name: string;
            /** @enum {string} */
            status: "waiting" | "making" | "draft" | "published" | "failed";
            intervalMinutes: number;
            /** @description Intervals are kept for so many days from the first one on. */
            intervalDays: number;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** @description The last day of history it was made from. */
            knownUntil: string | null;
            /** @description 0 to 1. */
            progress: number;
            problem: string | null;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            publishedAt: string | null;
            publishedByName: string | null;
        };
        /** @description How published forecasts stood against what came. Only days count that began no earlier than the day of publishing and of which the centre has told; intervals that touch a gap in the data are left out on both sides. A day forecast twice counts twice. */
        ForecastAccuracy: {
            /** @description Null: all queues, their errors summed queue by queue. */
            queueId: number | null;
            /** @description Null: however far ahead. */
            reach: ("1" | "2-5" | "6-10" | "11-28" | "29+") | null;
            /** @description Days of queues that were compared. */
            days: number;
            /** @description Contacts that came in them. */
            came: number;
            /** @description Sum of absolute errors of intervals over the contacts that came; null when none came, as in what follows. */
            intervalWape: number | null;
            /** @description The same of totals of days. */
            dayWape: number | null;
            /** @description Forecast less came, over came: above 0 too much was forecast. */
            bias: number | null;
            /** @description Intervals in which one contact or more was expected: of these the bands are tried. */
            bandIntervals: number;
            /** @description The share of them inside the 80 % and the 95 % band. */
            covered80: number | null;
            covered95: number | null;
            /** @description Whole days tried, and the share inside the day's 80 % band. */
            bandDays: number;
            dayCovered80: number | null;
            /** @description Days whose workload is known: somebody was answered, or nobody came. */
            workDays: number;
            /** @description As dayWape and bias, of contacts times handling time; what came is weighed with the day's mean handling time of those answered. */
            workWape: number | null;
            workBias: number | null;
        };
        ForecastDay: {
            queueId: number;
            /** Format: date */
            day: string;
            offered: number;
            /** @description The same without layers. */
            baseOffered: number;
            p10: number;
            p90: number;
            /** @description Expected contacts times their handling time. */
            workSeconds: number;
        };
        ForecastDraft: {
            name: string;
            /**
             * Format: date
             * @description The first and the last day to forecast, both included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** @default 30 */
            intervalMinutes?: 15 | 30 | 60;
            /**
             * @description For how many of its days, from the first one on, intervals are kept; totals of days and weeks are kept for all. Thirteen weeks unless said.
             * @default 91
             */
            intervalDays?: number;
        };
        ForecastInterval: {
            queueId: number;
            /** Format: date-time */
            at: string;
            /** @description Expected contacts. */
            offered: number;
            /** @description The same without layers. */
            baseOffered: number;
            /** @description Quantiles of the count: 80 % of intervals are expected between p10 and p90, 95 % between p025 and p975. */
            p025: number;
            p10: number;
            p50: number;
            p90: number;
            p975: number;
            ahtSeconds: number;
        };
        ForecastLayer: {
            /** @enum {string} */
            kind: "campaign" | "billRun" | "tvSpot" | "outage" | "other" | "correction";
            /**
             * @description Null: every queue, which only a factor can be laid over.
             * @default null
             */
            queueId: number | null;
            /**
             * Format: date
             * @description Local days, both included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /**
             * @description Minutes of the wall clock, the second one excluded.
             * @default 0
             */
            fromMinute: number;
            /** @default 1440 */
            toMinute: number;
            /** @enum {string} */
            change: "times" | "add" | "set";
            amount: number;
            /**
             * @description One standard deviation of the amount, in its unit; widens the bands.
             * @default 0
             */
            amountSd: number;
            /**
             * @description Handling time × this.
             * @default 1
             */
            ahtTimes: number;
            reason: string;
            /**
             * @description The last day on which it is laid over drafts; null for ever.
             * @default null
             */
            expiresOn: string | null;
            /**
             * @description The first day of the past event whose size it has.
             * @default null
             */
            copiedFrom: string | null;
            layerId: number;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            undoneByName: string | null;
            undoneAt: string | null;
            /** @description Its last day has passed, or the day it expires on. */
            isOver: boolean;
        };
        /** @description What a queue's forecast was made from. */
        ForecastQueue: {
            queueId: number;
            /** @description Days of its own that were learnt from. */
            historyDays: number;
            /** @description A new queue is lent weekdays, hours and calendar by one like it; null: its own history was enough, or there was nobody to lend. */
            borrowedFrom: number | null;
            /** @description Stretches of the last thirteen weeks in which nothing came where a dozen or more were expected: taken for outages, not learnt from. */
            outages: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
        };
        /** @description All queues of a forecast as one. `learnt`: their bands are joined by the correlation of their errors in back-tests on common days, drawn to the mean of all pairs. `summed`: too few days in common (or an older forecast), so bands are added up, which is too wide. */
        ForecastTogether: {
            /** @enum {string} */
            how: "learnt" | "summed";
            /** @description The mean over all pairs of queues, of the next days and of weeks; null when summed, or for a single queue. */
            dayCorrelation: number | null;
            weekCorrelation: number | null;
            /** @description Days two queues could be compared on: the median of pairs. */
            commonDays: number;
            days: {
                offered: number;
                baseOffered: number;
                p10: number;
                p90: number;
                workSeconds: number;
                /** Format: date */
                day: string;
            }[];
            weeks: {
                offered: number;
                baseOffered: number;
                p10: number;
                p90: number;
                workSeconds: number;
                /** Format: date */
                week: string;
            }[];
        };
        /** @description A week from Monday; the first and the last of a forecast may have fewer days. The sum of its days, with a band of its own. */
        ForecastWeek: {
            queueId: number;
            /** Format: date */
            week: string;
            offered: number;
            p10: number;
            p90: number;
            workSeconds: number;
        };
        /** @description A shift that a later edition, or a later roster, moved or took away: it was published and no longer holds. */
        FormerShift: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            changedAt: string;
            changedByName: string | null;
        };
        Found: {
            /** @description The key by which the customer is compared, or the agent's name: what has to be typed to erase. */
            called: string;
            parts: components["schemas"]["FoundPart"][];
            /** @description Why nothing may be removed just now; null when nothing is in the way. */
            held: string | null;
        };
        FoundPart: {
            /** @enum {string} */
            kind: "contacts" | "lostCallers" | "imports" | "consents" | "requests" | "person" | "states" | "agreements" | "absences" | "wishes" | "rosters" | "access" | "resumes" | "messages" | "alerts" | "notes" | "plans" | "market" | "connectors" | "settings" | "audit";
            /** @enum {string} */
            way: "record" | "author" | "mention";
            rows: number;
            /** @description The days between which it lies, where it is dated. */
            first: string | null;
            last: string | null;
        };
        FreeSwitchSettings: {
            host: string;
            /** @default 8021 */
            port: number;
        };
        FreeSwitchSettingsInput: {
            host: string;
            /** @default 8021 */
            port?: number;
        };
        /** @description What is told to a source so that it lets Pult in. What is left out stays as it was. */
        HhAccess: {
            isOn: boolean;
            userAgent?: string;
            /** @description The application's token. */
            token?: string;
            /** @description Or the application's id and secret, with which Pult asks for the token. */
            clientId?: string;
            clientSecret?: string;
        };
        /** @description As long as it stands nothing of this person is removed, by nobody and no clock. */
        Hold: {
            holdId: number;
            /** @enum {string} */
            subjectOf: "customer" | "agent" | "everybody";
            subject: string;
            reason: string;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            liftedByName: string | null;
            liftedAt: string | null;
        };
        HoldDraft: {
            /** @enum {string} */
            subjectOf: "customer" | "agent" | "everybody";
            /** @description A customer's number or address. */
            subject: string;
            agentId: number | null;
            reason: string;
        };
        /** @description The same by hour of the centre's day, however far ahead. */
        HourAccuracy: {
            /** @description Null: all queues. */
            queueId: number | null;
            hour: number;
            /** @description Intervals that were compared, and the contacts that came in them. */
            intervals: number;
            came: number;
            /** @description As intervalWape, bias, bandIntervals and the shares in their bands of {@link ForecastAccuracy}. */
            wape: number | null;
            bias: number | null;
            bandIntervals: number;
            covered80: number | null;
            covered95: number | null;
        };
        /** @description Hours for pay of one person in a period, by the rosters in force. */
        HoursRow: {
            agentId: number;
            name: string;
            teamId: number | null;
            /** @description Work on the roster in the period, breaks that are not paid taken out. */
            plannedMinutes: number;
            /** @description Of it, in days that are over. */
            workedMinutes: number;
            normMinutes: number | null;
            nightMinutes: number;
            holidayMinutes: number;
            overtimeMinutes: number;
            bands: {
                rate: number;
                minutes: number;
            }[];
            isProvisional: boolean;
        };
        Import: {
            importId: number;
            /** @enum {string} */
            kind: "queueLog" | "csv" | "xlsx" | "api" | "demo";
            sourceName: string;
            fileName: string;
            fileBytes: number | null;
            /** @enum {string} */
            status: "waiting" | "reading" | "rollingUp" | "done" | "failed" | "cancelling" | "cancelled" | "undoing" | "undone";
            dryRun: boolean;
            /** @description Of the work in hand, 0 to 1. */
            progress: number;
            rowsRead: number;
            report: components["schemas"]["ImportReport"] | null;
            problem: string | null;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        /** @enum {string} */
        ImportKind: "queueLog" | "csv" | "xlsx";
        ImportProblem: {
            row: number;
            /** @description A column: agentId, agent, day, start, end, template, breaks, locked; empty: the file. */
            field: string;
            /** @enum {string} */
            code: "noTable" | "noColumn" | "noRows" | "nobody" | "otherName" | "notADay" | "outsideDays" | "notATime" | "sameTimes" | "noTemplate" | "breakWords" | "breakPlace" | "secondShift";
            values: {
                [key: string]: string | number;
            };
            /** @description The same as a sentence. */
            reason: string;
        };
        /** @description The data-quality report of an import. */
        ImportReport: {
            /** @description Lines or rows of the file. */
            read: number;
            /** @description Facts stored by this import. */
            accepted: number;
            duplicates: number;
            completed: number;
            corrected: number;
            /** @description By code. */
            rejected: {
                [key: string]: number;
            };
            repaired: {
                [key: string]: number;
            };
            flagged: {
                [key: string]: number;
            };
            conflicts: number;
            /** @description Rows left out because the mapping says so, or lines that tell nothing about contacts. */
            leftOut: number;
            from: string | null;
            to: string | null;
            contacts: number;
            states: number;
            byQueue: {
                [key: string]: {
                    offered: number;
                    answered: number;
                    abandoned: number;
                    flowedOut: number;
                };
            };
            byEvent: {
                [key: string]: number;
            };
            /** @description Stretches with no data at all although there should be some. Missing is not zero. */
            gaps: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            created: {
                queues: string[];
                agents: number;
                pauseReasons: string[];
            };
            encoding: string;
            timeZone: string;
        };
        /** @description Nothing is changed when a row has a problem. */
        ImportedRoster: {
            rows: number;
            added: number;
            changed: number;
            removed: number;
            problems: components["schemas"]["ImportProblem"][];
            isApplied: boolean;
            version: number;
        };
        /** @description Where the service level of an interval will lie, and what one agent more in it alone is worth, on average over the same days. */
        IntervalRisk: {
            mean: number;
            p10: number;
            p50: number;
            p90: number;
            chance: number;
            oneMore: {
                /** @description Contacts more answered in time, and fewer lost. */
                answeredWithin: number;
                abandonedFewer: number;
                /** @description Change in the day's chance of meeting the target, and in its service level. */
                dayChance: number;
                dayLevel: number;
            };
        };
        Intraday: {
            timeZone: string;
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description Up to here history is known.
             */
            asOf: string;
            intervalMinutes: number;
            /**
             * @description What the day is laid against: the forecast published for it, else its usual day (the mean of the same weekdays of the four weeks before).
             * @enum {string}
             */
            basis: "forecast" | "usualDay" | "nothing";
            /** @description The published forecast that the day was planned with; null where none covers the day. */
            forecast: {
                forecastId: number;
                name: string;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            requirement: {
                requirementId: number;
                name: string;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            queues: components["schemas"]["IntradayQueue"][];
            /** @description The most contacts first. */
            shortages: components["schemas"]["Shortage"][];
            /** @description Agents of the whole centre at their posts, by half-hours that are over, beside the planned. */
            presence: {
                /** Format: date-time */
                at: string;
                present: number;
                planned: number | null;
            }[];
        };
        /** @description One interval of one queue on a running day. */
        IntradayInterval: {
            /** Format: date-time */
            at: string;
            isOver: boolean;
            /** @description Of the published forecast: the expected count and its 80 % band. */
            planned: number;
            plannedP10: number;
            plannedP90: number;
            /** @description What came; null where it has not come yet, or is not known. */
            came: number | null;
            /** @description What is expected now; what came where that is known. */
            expected: number;
            expectedP10: number;
            expectedP90: number;
            /** @description As planned where the interval is over; of the rest of the day with today's drawn in. */
            ahtSeconds: number;
            /** @description Agents at their posts that the published requirement counts on; null without one. */
            plannedAgents: number | null;
            /** @description Agents that what is expected now needs; null without a requirement, or where no number meets the target. */
            neededAgents: number | null;
            /** @description With the planned agents and what is expected now, by the requirement's own rule. Intervals that are over have none. */
            expectedLevel: number | null;
        };
        IntradayQueue: {
            queueId: number;
            name: string;
            /** @description Of the intervals that are over and known. */
            plannedSoFar: number;
            cameSoFar: number;
            plannedRest: number;
            expectedRest: number;
            /** @description The whole day as planned and as expected now, each with its 80 % band; a band is null where it is not known. */
            plannedDay: number;
            plannedDayBand: {
                p10: number;
                p90: number;
            } | null;
            expectedDay: number;
            expectedDayBand: {
                p10: number;
                p90: number;
            } | null;
            /** @description Whether what came lies outside the 80 % bands more often than chance allows. */
            isUnusual: boolean;
            plannedAhtSeconds: number | null;
            ahtSeconds: number | null;
            /** @description Expected of the rest of the day: the plan's with today's drawn in, the more the more contacts were handled. */
            restAhtSeconds: number | null;
            target: {
                level: number | null;
                withinSeconds: number;
                /** @enum {string} */
                rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
                shortSeconds: number;
            } | null;
            levelSoFar: number | null;
            /** @description Of the rest of the day with the planned agents. */
            levelRest: number | null;
            /** @description Of the whole day: what came and what is expected, by contacts. */
            levelDay: number | null;
            intervals: components["schemas"]["IntradayInterval"][];
        };
        Invitation: {
            name: string;
            /** Format: email */
            email: string;
            role: components["schemas"]["RoleName"];
            agentId?: number | null;
            /** @description A guest may only these acts of her role. */
            only?: ("readMeasures" | "exportMeasures" | "readContacts" | "seeCustomers" | "workLostCallers" | "importContacts" | "writeContacts" | "writeNotes" | "saveViews" | "reconcile" | "editDefinitions" | "readWallboards" | "editWallboards" | "readSettings" | "editCenter" | "editTargets" | "readForecast" | "editForecast" | "readStaffing" | "editStaffing" | "readSimulation" | "editSimulation" | "readSchedule" | "readRosters" | "editSchedule" | "publishSchedule" | "editLaborRules" | "readAgreements" | "readPersonalData" | "editAgreements" | "editAbsences" | "editWishes" | "editPeople" | "readMarket" | "editMarket" | "writeResume" | "readAlerts" | "answerAlerts" | "editAlerts" | "readReports" | "editReports" | "manageAccess" | "readAudit" | "managePersonalData" | "administer")[] | null;
            /** @description A guest comes until this day, in the centre's calendar. */
            lastDay?: string | null;
        };
        /** @description What a centre, or one agreement, sets over a rule of the preset, from a day on and until another. */
        LaborOverride: {
            overrideId: number;
            ruleId: string;
            /** @description Null: the whole centre. */
            agreementId: number | null;
            /** @description Whose agreement it is; null for the whole centre. */
            agentName: string | null;
            /** Format: date */
            from: string;
            to: string | null;
            /** @description Null: as in the preset. */
            severity: ("block" | "warn" | "pay" | "info") | null;
            /** @description False: the rule does not apply. */
            applies: boolean;
            /** @description Those that differ from the preset. */
            parameters: {
                [key: string]: components["schemas"]["RuleValue"];
            };
            reason: string;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
        };
        LaborOverrideDraft: {
            ruleId: string;
            agreementId: number | null;
            /** Format: date */
            from: string;
            to: string | null;
            severity: ("block" | "warn" | "pay" | "info") | null;
            applies: boolean;
            parameters: {
                [key: string]: components["schemas"]["RuleValue"];
            };
            reason: string;
        };
        LaborRuleView: {
            ruleId: string;
            /** @enum {string} */
            jurisdiction: "RU" | "UA" | "KZ" | "EU" | "DE" | "US" | "US-CA" | "any";
            kind: string;
            article: string;
            title: {
                ru: string;
                en: string;
            };
            /** @enum {string} */
            severity: "block" | "warn" | "pay" | "info";
            parameters: {
                [key: string]: components["schemas"]["RuleValue"];
            };
            validFrom: string | null;
            validTo: string | null;
            /** @description False: known from general knowledge alone, to be checked against the law in force. */
            isVerified: boolean;
            overrides: components["schemas"]["LaborOverride"][];
        };
        /** @description A layer as it lies over a forecast. */
        LaidLayer: {
            /** @enum {string} */
            kind: "campaign" | "billRun" | "tvSpot" | "outage" | "other" | "correction";
            /**
             * @description Null: every queue, which only a factor can be laid over.
             * @default null
             */
            queueId: number | null;
            /**
             * Format: date
             * @description Local days, both included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /**
             * @description Minutes of the wall clock, the second one excluded.
             * @default 0
             */
            fromMinute: number;
            /** @default 1440 */
            toMinute: number;
            /** @enum {string} */
            change: "times" | "add" | "set";
            amount: number;
            /**
             * @description One standard deviation of the amount, in its unit; widens the bands.
             * @default 0
             */
            amountSd: number;
            /**
             * @description Handling time × this.
             * @default 1
             */
            ahtTimes: number;
            reason: string;
            /**
             * @description The last day on which it is laid over drafts; null for ever.
             * @default null
             */
            expiresOn: string | null;
            /**
             * @description The first day of the past event whose size it has.
             * @default null
             */
            copiedFrom: string | null;
            layerId: number;
            createdByName: string;
            /** @description Contacts it adds to the forecast, on top of the layers before it. */
            contacts: number;
        };
        /** @description A rule of labour law that the roster breaks: who, when, which article, by how much, and what would cure it. */
        LawViolation: {
            /** @description The same violation keeps its key as long as its shift does. */
            key: string;
            /** @description Null: of the roster as a whole, such as a notice that is too short. */
            agentId: number | null;
            agentName: string | null;
            /** Format: date */
            day: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            ruleId: string;
            article: string;
            /** @enum {string} */
            severity: "block" | "warn" | "pay" | "info";
            isVerified: boolean;
            measured: number;
            limit: number;
            unit: string;
            /** @description By how much; in `unit`. */
            excess: number;
            sentence: {
                ru: string;
                en: string;
            };
            /** @description Ways out, each enough by itself, the gentlest first; `acts` name what is done: endEarlier, addBreak, getConsent … `changes` of shifts do it with `editShifts`; there are none where it takes more than that. */
            cures: {
                acts: string[];
                sentence: {
                    ru: string;
                    en: string;
                };
                changes: components["schemas"]["ShiftChange"][];
            }[];
            /** @description It rests on a year whose moved days are not known yet. */
            isProvisional: boolean;
            /** @description The reasoned decision of a named person to publish with it. */
            decision: {
                reason: string;
                byName: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        /** @description Days of published forecasts with layers over them, with the layers and without. Differences below zero: the layers helped. */
        LayerAccuracy: {
            /** @description Null: all queues. */
            queueId: number | null;
            /** @description Null: however far ahead. */
            reach: ("1" | "2-5" | "6-10" | "11-28" | "29+") | null;
            /** @description Days over which nothing but events lay, or nothing but a planner's corrections; null: whatever lay over them. */
            laid: ("events" | "corrections") | null;
            /** @description Days of queues that a layer lay over and of which the centre has told. */
            queueDays: number;
            came: number;
            dayWape: number | null;
            dayWapeWithout: number | null;
            intervalWape: number | null;
            intervalWapeWithout: number | null;
            bias: number | null;
            biasWithout: number | null;
            /** @description Share of whole days inside the day's 80 % band. */
            dayCovered80: number | null;
            dayCovered80Without: number | null;
            /** @description Error by day with layers less without, and its 95 % interval, by drawing calendar days anew; null below four days. */
            difference: number | null;
            differenceLow: number | null;
            differenceHigh: number | null;
        };
        LayerDraft: {
            /** @enum {string} */
            kind: "campaign" | "billRun" | "tvSpot" | "outage" | "other" | "correction";
            /** @default null */
            queueId?: number | null;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** @default 0 */
            fromMinute?: number;
            /** @default 1440 */
            toMinute?: number;
            /** @enum {string} */
            change: "times" | "add" | "set";
            amount: number;
            /** @default 0 */
            amountSd?: number;
            /** @default 1 */
            ahtTimes?: number;
            reason: string;
            /** @default null */
            expiresOn?: string | null;
            /** @default null */
            copiedFrom?: string | null;
        };
        /** @description A stretch that was not usual, an outage say: forecasts take it for missing, which is not zero. */
        LeftOut: {
            leftOutId: number;
            queueId: number | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            reason: string;
            createdByName: string;
        };
        LeftOutDraft: {
            /**
             * @description Null: every queue.
             * @default null
             */
            queueId?: number | null;
            from: string;
            /** @description Excluded. */
            to: string;
            reason: string;
        };
        Letter: {
            vacancy: {
                title: string;
                employer: string;
                text: string;
            };
            addressee: string;
            paragraphs: string[];
            /** Format: date */
            date: string;
            letterId: number;
            version: number;
            changedAt: string;
        };
        LetterChange: {
            vacancy: {
                title: string;
                employer: string;
                text: string;
            };
            addressee: string;
            paragraphs: string[];
            /** Format: date */
            date: string;
            version: number;
        };
        /** @description A cover letter as it is written. */
        LetterDraft: {
            vacancy: {
                title: string;
                employer: string;
                text: string;
            };
            addressee: string;
            paragraphs: string[];
            /** Format: date */
            date: string;
        };
        LogLines: {
            /** @description The place that was kept before; other than the server's own, nothing is taken. */
            after: components["schemas"]["LogPositionInput"] | null;
            position: components["schemas"]["LogPositionInput"];
            lines: string[];
            /** @description What was met on the way: the file was rotated, or is gone with what stood in it unread. */
            seam: ("rotated" | "lost") | null;
        };
        /** @description How far a log was read; see the engine's `follow-log`. */
        LogPosition: {
            inode: string;
            offset: number;
            lineFrom: number;
            digest: string;
        };
        /** @description How far a log was read; see the engine's `follow-log`. */
        LogPositionInput: {
            inode: string;
            offset: number;
            lineFrom: number;
            digest: string;
        };
        LostCaller: {
            /** @description Names the customer and the loss in later requests. */
            customerKey: string;
            /** Format: date-time */
            lostAt: string;
            customer: string;
            queueId: number | null;
            queue: string | null;
            /** @enum {string} */
            channel: "voice" | "chat" | "email" | "messenger" | "callback";
            /** @description How often she gave up in the period, and how long she waited the last time. */
            times: number;
            waitMs: number;
            contactRef: string;
            /** @enum {string} */
            status: "open" | "taken" | "calledBack" | "done";
            userName: string | null;
            note: string;
            changedAt: string | null;
        };
        LostChange: {
            customerKey: string;
            /** Format: date-time */
            lostAt: string;
            /** @enum {string} */
            status: "open" | "taken" | "calledBack" | "done";
            /** @default  */
            note?: string;
            /**
             * @description The status it had when it was read: nobody's work is overwritten unseen.
             * @enum {string}
             */
            was: "open" | "taken" | "calledBack" | "done";
        };
        MailServerDraft: {
            host: string;
            port: number;
            /** @enum {string} */
            security: "tls" | "startTls" | "open";
            /** @description Null where the server lets Pult in without. */
            user: string | null;
            /** @description Left out: the one that is kept. */
            password?: string;
            /** Format: email */
            fromAddress: string;
            /** @default  */
            fromName?: string;
        };
        /** @description How the columns of a file become contacts. */
        Mapping: {
            /** @description One character; `tab` is "\t". Guessed from the file when left out. */
            delimiter?: string;
            /**
             * @description Whether the first row holds names; without it columns are called `1`, `2`, …
             * @default true
             */
            header: boolean;
            sheet?: string;
            /** @description Of the times in the file; the centre's when left out. */
            timeZone?: string;
            /** @description Columns that together tell one row from all others. Without any, the row's content does. */
            key: string[];
            contactRef?: string[];
            /** @description Columns that the rows of one contact share, where a source writes several: every telephone that rang, every conversation. Those rows become one contact, with a leg for each conversation. */
            joinBy?: string[];
            offeredAt: components["schemas"]["MomentField"];
            /**
             * @description A row whose every time of offering is empty: rejected, or left out as never offered (hung up in the voice menu).
             * @enum {string}
             */
            withoutTime?: "reject" | "leaveOut";
            answeredAt?: components["schemas"]["MomentField"];
            endedAt?: components["schemas"]["MomentField"];
            wait?: components["schemas"]["DurationField"];
            talk?: components["schemas"]["DurationField"];
            hold?: components["schemas"]["DurationField"];
            acw?: components["schemas"]["DurationField"];
            queue?: components["schemas"]["TextField"];
            agent?: components["schemas"]["TextField"];
            customer?: components["schemas"]["TextField"];
            topic?: components["schemas"]["TextField"];
            /** @description Values: answered, abandoned, flowedOut, unreached. Without it: answered where there is talk or an answer. */
            outcome?: components["schemas"]["TextField"];
            /**
             * @description Values of both are the words of ContactRecord, or words for them that are known; a row with another one is rejected.
             * @default {
             *       "constant": "voice"
             *     }
             */
            channel: components["schemas"]["TextField"];
            /**
             * @default {
             *       "constant": "inbound"
             *     }
             */
            direction: components["schemas"]["TextField"];
            /**
             * @description Values that mean "nothing there": 0:00:00, NO_SERVER.
             * @default []
             */
            emptyValues: string[];
            /**
             * @description Rows are left out where the column holds one of `not`, or none of `only`.
             * @default []
             */
            filters: {
                column: string;
                not?: string[];
                only?: string[];
            }[];
        };
        /** @description How the columns of a file become contacts. */
        MappingInput: {
            /** @description One character; `tab` is "\t". Guessed from the file when left out. */
            delimiter?: string;
            /**
             * @description Whether the first row holds names; without it columns are called `1`, `2`, …
             * @default true
             */
            header?: boolean;
            sheet?: string;
            /** @description Of the times in the file; the centre's when left out. */
            timeZone?: string;
            /** @description Columns that together tell one row from all others. Without any, the row's content does. */
            key: string[];
            contactRef?: string[];
            /** @description Columns that the rows of one contact share, where a source writes several: every telephone that rang, every conversation. Those rows become one contact, with a leg for each conversation. */
            joinBy?: string[];
            offeredAt: components["schemas"]["MomentFieldInput"];
            /**
             * @description A row whose every time of offering is empty: rejected, or left out as never offered (hung up in the voice menu).
             * @enum {string}
             */
            withoutTime?: "reject" | "leaveOut";
            answeredAt?: components["schemas"]["MomentFieldInput"];
            endedAt?: components["schemas"]["MomentFieldInput"];
            wait?: components["schemas"]["DurationFieldInput"];
            talk?: components["schemas"]["DurationFieldInput"];
            hold?: components["schemas"]["DurationFieldInput"];
            acw?: components["schemas"]["DurationFieldInput"];
            queue?: components["schemas"]["TextField"];
            agent?: components["schemas"]["TextField"];
            customer?: components["schemas"]["TextField"];
            topic?: components["schemas"]["TextField"];
            /** @description Values: answered, abandoned, flowedOut, unreached. Without it: answered where there is talk or an answer. */
            outcome?: components["schemas"]["TextField"];
            /**
             * @description Values of both are the words of ContactRecord, or words for them that are known; a row with another one is rejected.
             * @default {
             *       "constant": "voice"
             *     }
             */
            channel?: components["schemas"]["TextField"];
            /**
             * @default {
             *       "constant": "inbound"
             *     }
             */
            direction?: components["schemas"]["TextField"];
            /**
             * @description Values that mean "nothing there": 0:00:00, NO_SERVER.
             * @default []
             */
            emptyValues?: string[];
            /**
             * @description Rows are left out where the column holds one of `not`, or none of `only`.
             * @default []
             */
            filters?: {
                column: string;
                not?: string[];
                only?: string[];
            }[];
        };
        Market: {
            specialisations: components["schemas"]["Specialisation"][];
            sources: components["schemas"]["SourceState"][];
        };
        MarketDigest: {
            name: string;
            isMadeUp: boolean;
            /** @description The snapshot that is told of; null before the first. */
            now: {
                snapshotId: number;
                takenOn: string;
            } | null;
            /** @description The one it is compared with; null where there is no earlier one. */
            former: {
                snapshotId: number;
                takenOn: string;
            } | null;
            doubts: ("sourceFailed" | "otherSources" | "onlyFirstSnapshot")[];
            /** @description Nothing changed by more than chance. */
            isQuiet: boolean;
            vacancies: {
                now: number;
                former: number | null;
                came: number;
                gone: number;
                change: number | null;
                low: number | null;
                high: number | null;
                isSure: boolean;
            };
            skills: {
                /** @description Vacancies that name a skill, first seen since, and in the time before that they are compared with. */
                afterNamed: number;
                beforeNamed: number;
                tested: number;
                risen: {
                    name: string;
                    before: number;
                    after: number;
                    difference: number;
                    low: number;
                    high: number;
                    pValue: number;
                    naming: number;
                }[];
                fallen: {
                    name: string;
                    before: number;
                    after: number;
                    difference: number;
                    low: number;
                    high: number;
                    pValue: number;
                    naming: number;
                }[];
                entered: string[];
                left: string[];
                byChance: number;
                /** @description The ten most named now. */
                top: {
                    name: string;
                    naming: number;
                    share: number;
                    low: number;
                    high: number;
                }[];
            };
            /** @description Roubles a month after tax. */
            pay: {
                n: number;
                median: number | null;
                low: number | null;
                high: number | null;
                /** @description The median of vacancies first seen since against that of those before; null of too few. */
                change: {
                    before: number;
                    after: number;
                    change: number;
                    low: number;
                    high: number;
                    isSure: boolean;
                } | null;
            };
            /** @description Own posts of the specialisation; null for those who may not see them. */
            posts: {
                title: string;
                people: number;
                netPay: number;
                gap: number | null;
                n: number;
                missing: string[];
            }[] | null;
        };
        MarketSkill: {
            skillId: number;
            name: string;
            /** @description How many names are counted as this one; 1 where nothing is grouped. */
            names: number;
            naming: number;
            share: number;
            low: number;
            high: number;
            /** @description Shares at the snapshots of `days`; null where none named any skill. */
            series: (number | null)[];
            /** @description Change of the share in thirty days among vacancies new at each snapshot, and its chance, adjusted for all that are shown. */
            perMonth: number | null;
            pValue: number | null;
        };
        MeasureColumn: {
            /** @description `serviceLevelNeutral@1`. */
            reference: string;
            id: string;
            version: number;
            name: {
                ru: string;
                en: string;
            };
            short: {
                ru: string;
                en: string;
            } | null;
            formula: {
                ru: string;
                en: string;
            };
            beware: {
                ru: string;
                en: string;
            } | null;
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            /** @enum {string} */
            kind: "count" | "share" | "mean" | "max" | "ratio" | "percentile" | "recall";
            /** @enum {string} */
            better: "high" | "low" | "neither";
            /** @description The threshold used, where the measure has one. Null when it differs by queue or day (each queue's own target of the day). */
            withinSeconds: number | null;
            /** @description Days inside the period on which a target of the measure changes. Rows that reach over such a day have no target. */
            targetChanges: string[];
            /** @description Needs counters that have no agent (the abandoned), so that it is empty where the question is about agents. */
            notByAgent: boolean;
            /** @description Needs agents' time, which belongs to no queue: empty where the question is about queues, channels or directions. */
            notByQueue: boolean;
            /** @description Is not kept by pause reason: empty where the question is split by it. Pauses, training and other work are. */
            notByReason: boolean;
            /** @description Which parts of it are contacts that can be listed, the one a reader looks for first: see `measure` and `part` of the contact filter. */
            parts: ("numerator" | "rest" | "all")[];
            /** @description The centre's own versions by which it was counted, in the order of their days; empty where Pult's definition holds throughout. */
            versions: {
                reference: string;
                /** @description The first day of the period on which it holds; null: from the period's beginning. */
                from: string | null;
                formula: {
                    ru: string;
                    en: string;
                };
                validFrom: string | null;
                reason: string | null;
                createdByName: string | null;
                createdAt: string | null;
            }[];
        };
        MeasureDefinitionReply: {
            /** @description `serviceLevelNeutral@1`. */
            reference: string;
            id: string;
            version: number;
            name: {
                ru: string;
                en: string;
            };
            short: {
                ru: string;
                en: string;
            } | null;
            formula: {
                ru: string;
                en: string;
            };
            beware: {
                ru: string;
                en: string;
            } | null;
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            /** @enum {string} */
            kind: "count" | "share" | "mean" | "max" | "ratio" | "percentile" | "recall";
            /** @enum {string} */
            better: "high" | "low" | "neither";
            /** @description Needs counters that have no agent (the abandoned), so that it is empty where the question is about agents. */
            notByAgent: boolean;
            /** @description Needs agents' time, which belongs to no queue: empty where the question is about queues, channels or directions. */
            notByQueue: boolean;
            /** @description Is not kept by pause reason: empty where the question is split by it. Pauses, training and other work are. */
            notByReason: boolean;
            /** @description Which parts of it are contacts that can be listed, the one a reader looks for first: see `measure` and `part` of the contact filter. */
            parts: ("numerator" | "rest" | "all")[];
            group: string;
            /** @enum {string} */
            attribution: "offered" | "answered" | "ended" | "time";
            usesThreshold: boolean;
            current: boolean;
            source: string;
            numerator: {
                counter: string;
                times: number;
            }[];
            denominator: {
                counter: string;
                times: number;
            }[];
        };
        MeasureFigure: {
            /** @description Null: nothing to divide by, or no data; shown "–". Fractions for shares, seconds for times. */
            value: number | null;
            numerator: number;
            denominator: number;
            /** @description Interpolated between the bounds of the histograms; shown ≈. */
            approximate: boolean;
            /** @description 95 % interval; null where the measure has none. */
            low: number | null;
            high: number | null;
            /** @description The same of the period compared with. */
            comparison: {
                value: number | null;
                numerator: number;
                denominator: number;
                approximate: boolean;
                beyondNoise: boolean | null;
            } | null;
            /** @description The same of a year before, where both were asked for. */
            yearBefore: {
                value: number | null;
                numerator: number;
                denominator: number;
                approximate: boolean;
                beyondNoise: boolean | null;
            } | null;
            target: {
                value: number;
                withinSeconds: number | null;
                state: components["schemas"]["TargetState"];
            } | null;
            /** @description Natural limits of the series; `signal` says that this point is more than noise. */
            control: {
                low: number;
                center: number;
                high: number;
                signal: boolean;
            } | null;
        };
        MeasureFilters: {
            /** @description 0 is "without a queue". */
            queueIds?: number[];
            agentIds?: number[];
            teamIds?: number[];
            channels?: ("voice" | "chat" | "email" | "messenger" | "callback")[];
            directions?: ("inbound" | "outbound")[];
        };
        MeasureQuery: {
            from: components["schemas"]["Moment"];
            to: components["schemas"]["Moment"];
            /** @description `ahtSeconds`: by the centre's own definition as it holds on each day, else by Pult's · `ahtSeconds@own2`: by the centre's second, on all days · `ahtSeconds@1`: by Pult's · `ahtSeconds(parts=talk)`: by one that is tried. `serviceLevel` is the centre's service level. */
            measures: string[];
            /** @default [] */
            splitBy?: components["schemas"]["Split"][];
            /**
             * @description Length of `interval`, in minutes.
             * @default 30
             */
            intervalMinutes?: 15 | 30 | 60;
            /** @default {} */
            filters?: components["schemas"]["MeasureFilters"];
            /** @description Threshold instead of the target's. */
            withinSeconds?: number;
            /** @description Abandons of at most so long are short, instead of the centre's policy. */
            shortAbandonSeconds?: number;
            /**
             * @description `both`: the period before as `comparison`, and the same period a year before as `yearBefore` beside it.
             * @default none
             * @enum {string}
             */
            compare?: "none" | "previous" | "yearBefore" | "both";
            /**
             * @description Asks the facts themselves for thresholds between the bounds of the roll-ups: slower, exact.
             * @default false
             */
            exact?: boolean;
            /**
             * Format: date-time
             * @description The centre's definitions as they were known then: a report of that day comes out the same.
             */
            definitionsAsOf?: string;
            /**
             * @description Control limits, where the only split is `day`, `week`, `month` or `interval`.
             * @default false
             */
            control?: boolean;
        };
        MeasureReply: {
            timeZone: string;
            period: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            };
            comparisonPeriod: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            } | null;
            /** @description Stretches of the periods compared with of which nothing is known: before the first contact, and gaps. Counts are short by what they lack. */
            comparisonGaps: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            /** @description The period a year before, where both were asked for. */
            yearBeforePeriod: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was computed.
             */
            asOf: string;
            /** @description Roll-ups of the period still to be computed from newer facts; the figures are that far behind. */
            hoursDue: number;
            /**
             * Format: date-time
             * @description When the definitions were known by which it was computed.
             */
            definitionsAsOf: string;
            measures: components["schemas"]["MeasureColumn"][];
            splitBy: components["schemas"]["Split"][];
            rows: components["schemas"]["MeasureRow"][];
            total: components["schemas"]["MeasureRow"];
            /** @description Stretches without data: missing is not zero. */
            gaps: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            /** @description More rows than are given; ask for less at once. */
            truncated: boolean;
        };
        MeasureRow: {
            keys: components["schemas"]["RowKey"][];
            /** @description In the order of `measures`. */
            figures: components["schemas"]["MeasureFigure"][];
            drill: components["schemas"]["DrillFilter"] | null;
            /** @description Lies wholly within a gap of the data: its figures are null, not 0. */
            gap: boolean;
        };
        MeasuresFinding: {
            /** @enum {string} */
            severity: "good" | "watch" | "serious" | "critical";
            /** @enum {string} */
            code: "serviceLevelBelowTarget" | "longestWait" | "manyOnPause" | "abandonRateHigh" | "volumeHigh" | "volumeLow" | "noData" | "nobodySignedIn";
            queueId: number | null;
            values: {
                [key: string]: number;
            };
        };
        Member: {
            userId: string;
            name: string;
            email: string;
            role: components["schemas"]["RoleName"];
            agentId: number | null;
            hasPassword: boolean;
            only: ("readMeasures" | "exportMeasures" | "readContacts" | "seeCustomers" | "workLostCallers" | "importContacts" | "writeContacts" | "writeNotes" | "saveViews" | "reconcile" | "editDefinitions" | "readWallboards" | "editWallboards" | "readSettings" | "editCenter" | "editTargets" | "readForecast" | "editForecast" | "readStaffing" | "editStaffing" | "readSimulation" | "editSimulation" | "readSchedule" | "readRosters" | "editSchedule" | "publishSchedule" | "editLaborRules" | "readAgreements" | "readPersonalData" | "editAgreements" | "editAbsences" | "editWishes" | "editPeople" | "readMarket" | "editMarket" | "writeResume" | "readAlerts" | "answerAlerts" | "editAlerts" | "readReports" | "editReports" | "manageAccess" | "readAudit" | "managePersonalData" | "administer")[] | null;
            /** @description The last day of a guest, in the centre's calendar. */
            lastDay: string | null;
        };
        Membership: {
            centerId: number;
            centerName: string;
            /** @enum {string} */
            kind: "own" | "demo";
            timeZone: string;
            role: components["schemas"]["RoleName"];
            agentId: number | null;
            only: ("readMeasures" | "exportMeasures" | "readContacts" | "seeCustomers" | "workLostCallers" | "importContacts" | "writeContacts" | "writeNotes" | "saveViews" | "reconcile" | "editDefinitions" | "readWallboards" | "editWallboards" | "readSettings" | "editCenter" | "editTargets" | "readForecast" | "editForecast" | "readStaffing" | "editStaffing" | "readSimulation" | "editSimulation" | "readSchedule" | "readRosters" | "editSchedule" | "publishSchedule" | "editLaborRules" | "readAgreements" | "readPersonalData" | "editAgreements" | "editAbsences" | "editWishes" | "editPeople" | "readMarket" | "editMarket" | "writeResume" | "readAlerts" | "answerAlerts" | "editAlerts" | "readReports" | "editReports" | "manageAccess" | "readAudit" | "managePersonalData" | "administer")[] | null;
            /** @description The centre asks her role for a second factor, and this session has none: it does not open before she has. */
            needsSecondFactor: boolean;
        };
        /** @description How messages go out. Secrets are never told. */
        MessageSettings: {
            mail: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "startTls" | "open";
                user: string | null;
                /** Format: email */
                fromAddress: string;
                /** @default  */
                fromName: string;
                hasPassword: boolean;
            } | null;
            telegram: {
                hasToken: boolean;
            };
        };
        /** @description How methods did in the back-tests that a queue was learnt from: each day forecast from its own past only. */
        MethodAccuracy: {
            queueId: number;
            intervalMinutes: number;
            /** Format: date-time */
            learntAt: string;
            leadDays: number;
            /** @description Open days tried. */
            days: number;
            /** @description Contacts that came in them. */
            came: number;
            /** @description Sums of absolute errors by interval, in contacts: of the forecast as it is made, and of each method. */
            chosen: number;
            /** @description The same with their signs, forecast less came; null of what was learnt before this was kept, as is what follows. */
            chosenSigned: number | null;
            byMethod: {
                [key: string]: {
                    absolute: number;
                    signed: number | null;
                    weight: number;
                };
            };
            /** @description Intervals with one contact or more expected, and how many of them lay in the bands of the forecast as it is made; methods have no bands. */
            covered: {
                intervals: number;
                within80: number;
                within95: number;
            } | null;
        };
        /** @description A day of the centre's calendar (its first instant) or an instant. */
        Moment: string;
        /** @description A moment: one column, or date and time in two; the first list that is not empty in a row is taken. */
        MomentField: {
            anyOf: string[][];
            /**
             * @default auto
             * @enum {string}
             */
            format: "auto" | "dmy" | "mdy" | "ymd" | "yymmdd" | "epochSeconds" | "epochMs";
        };
        /** @description A moment: one column, or date and time in two; the first list that is not empty in a row is taken. */
        MomentFieldInput: {
            anyOf: string[][];
            /**
             * @default auto
             * @enum {string}
             */
            format?: "auto" | "dmy" | "mdy" | "ymd" | "yymmdd" | "epochSeconds" | "epochMs";
        };
        /** @description A roster in force that holds an agent. */
        MyRoster: {
            rosterId: number;
            name: string;
            edition: number;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** Format: date-time */
            publishedAt: string;
            publishedByName: string | null;
            acknowledgedAt: string | null;
            acknowledgedEdition: number | null;
        };
        /** @description A shift as the person who works it sees it. */
        MyShift: {
            shiftId: number;
            agentId: number;
            /**
             * Format: date
             * @description The local day on which it begins.
             */
            day: string;
            shiftTemplateId: number | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            breaks: components["schemas"]["PlannedBreak"][];
            activities: components["schemas"]["PlannedActivity"][];
            /** @description A locked shift stays where it is when the rest is optimised. */
            isLocked: boolean;
            templateName: string | null;
            /**
             * Format: date-time
             * @description When it was published, and when it was changed after that.
             */
            publishedAt: string;
            changedAt: string | null;
            changedByName: string | null;
        };
        NewCenter: {
            name: string;
            timeZone: string;
            /** @enum {string} */
            calendar: "ru" | "none";
        };
        NewDefinition: {
            measureId: string;
            parameters: components["schemas"]["DefinitionParameters"];
            /** Format: date */
            validFrom: string;
            reason: string;
        };
        NewTarget: {
            queueId: number | null;
            measureId: string;
            value: number;
            withinSeconds: number | null;
            /** Format: date */
            validFrom: string;
        };
        Note: {
            noteId: number;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            queueId: number | null;
            text: string;
            own: boolean;
            createdByName: string;
            /** Format: date-time */
            changedAt: string;
        };
        NoteDraft: {
            /**
             * Format: date
             * @description First and last day it is about, both included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /**
             * @description Null: the whole centre.
             * @default null
             */
            queueId?: number | null;
            text: string;
        };
        /** @description A wording by which people are told how their data is used. It is never changed: another wording is another notice. */
        Notice: {
            noticeId: number;
            /** @enum {string} */
            audience: "agents" | "customers";
            channel: ("voice" | "chat" | "email" | "messenger" | "callback") | null;
            name: string;
            version: string;
            wording: string;
            /** Format: date */
            validFrom: string;
            madeByName: string;
            /** @description How many agents who work here were told, and how many there are. */
            told: number;
            agents: number;
        };
        NoticeDraft: {
            /** @enum {string} */
            audience: "agents" | "customers";
            channel: ("voice" | "chat" | "email" | "messenger" | "callback") | null;
            name: string;
            version: string;
            wording: string;
            /** Format: date */
            validFrom: string;
        };
        /** @description The objective, whole and by parts, each in money times its weight. */
        ObjectiveParts: {
            total: number;
            service: number;
            money: number;
            wishes: number;
            fairness: number;
            stability: number;
        };
        /** @description A reason to be away as agents' states told it in the last four weeks. */
        ObservedShrinkage: {
            kind: string;
            planned: boolean;
            paid: boolean;
            /** @description Of rostered hours for planned kinds; of what the planned ones leave, for the others. */
            share: number;
            hoursAway: number;
            hours: {
                weekday: number;
                hour: number;
                share: number;
            }[];
        };
        OldReport: {
            /**
             * Format: date
             * @description The days that the report is about: the last one excluded.
             */
            from: string;
            /** Format: date */
            to: string;
            rows: components["schemas"]["ReportRow"][];
        };
        OldReportInput: {
            /**
             * Format: date
             * @description The days that the report is about: the last one excluded.
             */
            from: string;
            /** Format: date */
            to: string;
            rows: components["schemas"]["ReportRowInput"][];
        };
        OpeningHours: {
            openingHoursId: number;
            name: string;
            weekly: components["schemas"]["Weekly"];
            version: number;
        };
        OwnDay: {
            name: string;
            periods: [
                string,
                string
            ][] | null;
        };
        OwnSecurity: {
            hasPassword: boolean;
            /** @description Codes of an app are asked for beside the password. */
            hasCodes: boolean;
            passkeys: components["schemas"]["Passkey"][];
            sessions: components["schemas"]["OwnSession"][];
        };
        OwnSession: {
            sessionId: string;
            /** @description The one that asks. */
            isThis: boolean;
            /** @description How it came about; null for sessions of before this was kept. */
            signedInBy: ("password" | "link" | "code" | "backupCode" | "passkey" | "provider") | null;
            /** @description What the browser says of itself. */
            device: string;
            address: string;
            /** Format: date-time */
            beganAt: string;
            /**
             * Format: date-time
             * @description To within ten minutes.
             */
            lastSeenAt: string;
        };
        Passkey: {
            passkeyId: string;
            name: string;
            /** @description The name of the server it was made for; it opens no other. */
            host: string;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
        };
        PauseReason: {
            pauseReasonId: number;
            name: string;
            /** @enum {string} */
            kind: "pause" | "training" | "offQueue";
            paid: boolean;
            /** @enum {string} */
            status: "confirmed" | "toConfirm" | "archived";
            names: string[];
            version: number;
        };
        PauseReasonChange: {
            name: string;
            /** @enum {string} */
            kind: "pause" | "training" | "offQueue";
            paid: boolean;
            /** @enum {string} */
            status: "confirmed" | "toConfirm" | "archived";
            version: number;
        };
        PayFiguresShape: {
            n: number;
            p10: number | null;
            p25: number | null;
            median: number | null;
            p75: number | null;
            p90: number | null;
            mean: number | null;
        };
        PayReply: {
            snapshot: components["schemas"]["SnapshotSummary"] | null;
            /** @description Roubles a month after tax. */
            all: components["schemas"]["PayFiguresShape"];
            /** @description Of the lower bounds alone, and of the upper ones. */
            from: components["schemas"]["PayFiguresShape"];
            to: components["schemas"]["PayFiguresShape"];
            /** @description Vacancies by what can be made of their pay; only `monthly` ones are in the figures. */
            kinds: {
                /** @enum {string} */
                kind: "monthly" | "missing" | "perShift" | "perHour" | "perOther" | "foreign" | "impossible";
                count: number;
            }[];
            /** @description Of the monthly ones: told before tax and converted, after tax, and not said. */
            gross: number;
            net: number;
            unsaid: number;
            onlyFrom: number;
            onlyTo: number;
            currencies: {
                currency: string;
                count: number;
            }[];
            /** @description The rule that pay before tax was converted with. */
            taxFrom: string;
            taxParts: {
                above: number;
                rate: number;
            }[];
            groups: {
                /** @enum {string} */
                split: "city" | "experience" | "schedule";
                value: string;
                figures: components["schemas"]["PayFiguresShape"];
            }[];
            skills: {
                name: string;
                difference: number;
                low: number;
                high: number;
                /** @description Adjusted for all that were looked at. */
                pValue: number;
                naming: number;
            }[];
        };
        /** @description Hours for pay of one person. */
        PayRow: {
            agentId: number;
            name: string;
            workedMinutes: number;
            normMinutes: number | null;
            nightMinutes: number;
            holidayMinutes: number;
            overtimeMinutes: number;
            bands: {
                rate: number;
                minutes: number;
            }[];
            isProvisional: boolean;
            /** @description Money of the hours by her agreement; null where it is not known, or the caller may not see it. */
            cost: number | null;
        };
        PeriodChange: {
            /** @enum {string} */
            kind: "contacts" | "lostCallers" | "imports" | "messages" | "alerts" | "notes" | "formerAgents" | "resumes" | "market" | "requests";
            days: number | null;
        };
        /** @description Whose data: a customer by number or address as anybody would write it, or an agent of the centre. */
        PersonAsked: {
            /** @constant */
            of: "customer";
            text: string;
        } | {
            /** @constant */
            of: "agent";
            agentId: number;
        };
        /** @description What the law asks to know of a person. Personal data: shown to those alone who keep personnel files. */
        PersonalFacts: {
            agentId: number;
            bornOn: string | null;
            /** @description Groups that the law protects, from a day on and until another, both included. */
            groups: {
                /** @enum {string} */
                group: "pregnant" | "womanWithChildUnder3" | "parentOfChildUnder14" | "singleParentOfChildUnder14" | "guardianOfChildUnder14" | "parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised" | "parentOf3PlusChildrenUntilYoungestIs14" | "parentOfDisabledChild" | "carerBySickNote" | "disabled" | "disabledGroup1or2" | "harmful" | "studying" | "apprenticeUnderContract";
                /** Format: date */
                from: string;
                to: string | null;
            }[];
            /** @description Written consents to work that is otherwise not allowed. */
            consents: {
                /** @enum {string} */
                kind: "overtime" | "night" | "dayOff" | "holiday" | "longShift" | "mealWaiver";
                /** Format: date */
                from: string;
                to: string | null;
            }[];
            /** @description 0 before anything was told. */
            version: number;
        };
        PersonalFactsChange: {
            bornOn: string | null;
            /** @description Groups that the law protects, from a day on and until another, both included. */
            groups: {
                /** @enum {string} */
                group: "pregnant" | "womanWithChildUnder3" | "parentOfChildUnder14" | "singleParentOfChildUnder14" | "guardianOfChildUnder14" | "parentOfChildUnder14WhoseSpouseWorksRotationOrIsMobilised" | "parentOf3PlusChildrenUntilYoungestIs14" | "parentOfDisabledChild" | "carerBySickNote" | "disabled" | "disabledGroup1or2" | "harmful" | "studying" | "apprenticeUnderContract";
                /** Format: date */
                from: string;
                to: string | null;
            }[];
            /** @description Written consents to work that is otherwise not allowed. */
            consents: {
                /** @enum {string} */
                kind: "overtime" | "night" | "dayOff" | "holiday" | "longShift" | "mealWaiver";
                /** Format: date */
                from: string;
                to: string | null;
            }[];
            /** @description 0 before anything was told. */
            version: number;
        };
        /** @description Somebody asks about personal data, and must be answered by a day. */
        PersonalRequest: {
            requestId: number;
            /** @enum {string} */
            kind: "access" | "correct" | "erase" | "stop" | "withdraw" | "other";
            /** @enum {string} */
            subjectOf: "customer" | "agent" | "other";
            subject: string;
            agentId: number | null;
            askedBy: string;
            way: string;
            /** Format: date */
            askedOn: string;
            /** Format: date */
            dueOn: string;
            isExtended: boolean;
            /** @enum {string} */
            state: "open" | "done" | "refused";
            answer: string;
            closedOn: string | null;
            closedByName: string | null;
            madeByName: string;
            version: number;
        };
        PlannedActivity: {
            activityId: number;
            name: string;
            /** @enum {string} */
            kind: "meeting" | "training";
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
        };
        PlannedBreak: {
            /** @enum {string} */
            kind: "meal" | "rest";
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            isPaid: boolean;
        };
        PlannedShift: {
            shiftId: number;
            agentId: number;
            /**
             * Format: date
             * @description The local day on which it begins.
             */
            day: string;
            shiftTemplateId: number | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            breaks: components["schemas"]["PlannedBreak"][];
            activities: components["schemas"]["PlannedActivity"][];
            /** @description A locked shift stays where it is when the rest is optimised. */
            isLocked: boolean;
        };
        Policy: {
            /**
             * @description Abandons shorter than this many seconds are short.
             * @default 5
             */
            shortAbandonSeconds: number;
            /**
             * @description How far apart contacts of one customer still are one matter.
             * @default 168
             */
            recallHours: number;
            /** @default 24 */
            retryHours: number;
        };
        PolicyInput: {
            /**
             * @description Abandons shorter than this many seconds are short.
             * @default 5
             */
            shortAbandonSeconds?: number;
            /**
             * @description How far apart contacts of one customer still are one matter.
             * @default 168
             */
            recallHours?: number;
            /** @default 24 */
            retryHours?: number;
        };
        Post: {
            specialisationId: number;
            title: string;
            people: number;
            /** @description Roubles a month, as the contract says it. */
            monthlyPay: number;
            isGross: boolean;
            /** @default [] */
            skills: string[];
            postId: number;
            netPay: number;
            market: components["schemas"]["PayFiguresShape"];
            /** @description The share of the market's pay that lies below this pay. */
            standing: number | null;
            /** @description Pay against the market's median, less one. */
            gap: number | null;
            /** @enum {string} */
            risk: "high" | "medium" | "low" | "unknown";
            /** @description The market's twenty most named skills, and whether the post has each. */
            matrix: {
                name: string;
                share: number;
                has: boolean;
            }[];
        };
        /** @description A post of one's own centre, held beside the market. */
        PostDraft: {
            specialisationId: number;
            title: string;
            people: number;
            /** @description Roubles a month, as the contract says it. */
            monthlyPay: number;
            isGross: boolean;
            /** @default [] */
            skills?: string[];
        };
        Preview: {
            kind: components["schemas"]["ImportKind"];
            encoding: string;
            /** @description Names of sheets, for workbooks. */
            sheets: string[];
            /** @description Names of columns, for tables. */
            columns: string[];
            /** @description The first rows as they are. */
            rows: string[][];
            mapping: components["schemas"]["Mapping"] | null;
            /** @description Why it was guessed so: a code and the column. */
            reasons: {
                field: string;
                column: string;
                /** @enum {string} */
                reason: "name" | "content" | "template";
            }[];
            /** @description The first contacts that come of it. */
            contacts: {
                /** Format: date-time */
                offeredAt: string;
                queue: string | null;
                agent: string | null;
                /** @enum {string} */
                channel: "voice" | "chat" | "email" | "messenger" | "callback";
                /** @enum {string} */
                direction: "inbound" | "outbound";
                /** @enum {string} */
                outcome: "answered" | "abandoned" | "flowedOut" | "unreached" | "open";
                flowReason: ("timeout" | "key" | "emptyQueue" | "overflow" | "voicemail" | "callbackRequested") | null;
                waitSeconds: number;
                talkSeconds: number;
                flags: ("clockStep" | "doubledHour" | "implausibleTalk" | "negativeDuration" | "endMissing" | "enterMissing" | "agentUnknown" | "agentInTwoPlaces")[];
            }[];
            findings: components["schemas"]["ContactsFinding"][];
        };
        /** @description A problem reply (RFC 9457). `code` and `details` let the web say it in the reader's language. */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            /** @description Where in the request: `body.contacts.3.offeredAt`. */
            at?: string;
            values?: {
                [key: string]: string | number;
            };
            requestId?: string;
        };
        PublishRoster: {
            version: number;
            /** @description For each blocking rule that stays broken: why it is published all the same. */
            decisions: {
                key: string;
                reason: string;
            }[];
        };
        Queue: {
            queueId: number;
            name: string;
            channel: components["schemas"]["ChannelName"];
            status: components["schemas"]["Status"];
            openingHoursId: number | null;
            /** @description What files and systems call it. */
            names: string[];
            version: number;
        };
        QueueChange: {
            name: string;
            channel: components["schemas"]["ChannelName"];
            status: components["schemas"]["Status"];
            openingHoursId: number | null;
            version: number;
        };
        /** @description How patient a queue's callers are and how much of the agents' presence is there for them, by hour, as the log shows it. */
        QueueHabits: {
            /**
             * Format: date
             * @description The days looked at, both included: those whose load is taken as "the last four weeks".
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            calls: number;
            hangUps: number;
            patienceSeconds: {
                value: number;
                low: number;
                high: number;
            } | null;
            availability: {
                value: number;
                low: number;
                high: number;
            } | null;
            /** @description Why availability is null. */
            unlearnt: ("otherWork" | "noPresence" | "noHangUps" | "fewCalls" | "unlike") | null;
            /** @description Hours of the local day in which anybody called. */
            hours: {
                hour: number;
                calls: number;
                hangUps: number;
                patienceSeconds: {
                    value: number;
                    low: number;
                    high: number;
                } | null;
                availability: {
                    value: number;
                    low: number;
                    high: number;
                } | null;
            }[];
        };
        QueueLogSettings: {
            path: string;
            /**
             * @default end
             * @enum {string}
             */
            begin: "start" | "end";
        };
        QueueLogSettingsInput: {
            path: string;
            /**
             * @default end
             * @enum {string}
             */
            begin?: "start" | "end";
        };
        /** @description Minutes after midnight in the centre; an end before the start is past midnight. */
        QuietHours: {
            from: number;
            to: number;
        };
        /** @description Minutes after midnight in the centre; an end before the start is past midnight. */
        QuietHoursInput: {
            from: number;
            to: number;
        };
        RecomputeReport: {
            period: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            };
            dry: boolean;
            /** @description Rows of each roll-up compared with the facts. `differing`: stored otherwise than the facts say, missing or too many. */
            tables: {
                table: string;
                rows: number;
                differing: number;
            }[];
            /** @description The first differences, as sentences. */
            examples: string[];
            mended: boolean;
        };
        RecomputeRequest: {
            from: components["schemas"]["Moment"];
            to: components["schemas"]["Moment"];
            /**
             * @description Only compares and reports.
             * @default true
             */
            dry?: boolean;
        };
        Reconciliation: {
            reconciliationId: number;
            name: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            figures: number;
            /** @description Of them told as Pult tells them, or explained. */
            explained: number;
        };
        ReconciliationDraft: {
            /**
             * Format: date
             * @description The days that the report is about: the last one excluded.
             */
            from: string;
            /** Format: date */
            to: string;
            rows: components["schemas"]["ReportRowInput"][];
            name: string;
        };
        /** @description The act of a removal. */
        Removal: {
            removalId: number;
            /** @enum {string} */
            cause: "person" | "retention";
            subject: string;
            requestId: number | null;
            reason: string;
            counts: {
                /** @enum {string} */
                kind: "contacts" | "lostCallers" | "imports" | "consents" | "requests" | "person" | "states" | "agreements" | "absences" | "wishes" | "rosters" | "access" | "resumes" | "messages" | "alerts" | "notes" | "plans" | "market" | "connectors" | "settings" | "audit";
                rows: number;
            }[];
            byName: string;
            /** Format: date-time */
            at: string;
        };
        /** @description A cell as it is read, and the number behind it with the format a workbook gives it. */
        ReportCell: {
            text: string;
            value: number | null;
            format: string | null;
        };
        /** @description What an old report does otherwise than Pult; see the engine's `ReportChange`. */
        ReportChange: {
            /** @constant */
            kind: "population";
            /** @enum {string} */
            of: "firstLegs" | "contacts";
        } | {
            /** @constant */
            kind: "openingHours";
        } | {
            /** @constant */
            kind: "window";
            fromHour: number;
            toHour: number;
        } | {
            /** @constant */
            kind: "dayStart";
            hours: number;
        } | {
            /** @constant */
            kind: "channels";
            readonly channels: string[];
        } | {
            /** @constant */
            kind: "workdays";
        } | {
            /** @constant */
            kind: "queues";
            readonly queueIds: number[];
        } | {
            /** @constant */
            kind: "shortAbandons";
            seconds: number;
        } | {
            /** @constant */
            kind: "flowOuts";
            /** @enum {string} */
            as: "abandoned" | "leftOut";
        } | {
            /** @constant */
            kind: "rule";
            measureId: string;
            shortSeconds: number | null;
        } | {
            /** @constant */
            kind: "within";
            seconds: number | null;
        } | {
            /** @constant */
            kind: "parts";
            readonly parts: ("wait" | "talk" | "hold" | "acw")[];
        } | {
            /** @constant */
            kind: "average";
            /** @enum {string} */
            of: "days" | "hours" | "queues";
        } | {
            /** @constant */
            kind: "median";
        } | {
            /** @constant */
            kind: "stamp";
            /** @enum {string} */
            by: "answered" | "ended";
        } | {
            /** @constant */
            kind: "outbound";
        } | {
            /** @constant */
            kind: "openLeftOut";
        } | {
            /** @constant */
            kind: "outOf";
            /** @enum {string} */
            of: "offered" | "answered" | "answeredAndAbandoned" | "held";
        } | {
            /** @constant */
            kind: "waits";
            /** @enum {string} */
            of: "all" | "answeredAndAbandoned";
        };
        /** @description A drawing with its description in words. */
        ReportChart: {
            label: string;
            svg: string;
        };
        /** @description A report as it is read: what its page, PDF and workbook are made from, in one language. */
        ReportDocument: {
            title: string;
            /** @enum {string} */
            language: "ru" | "en";
            lines: string[];
            sections: components["schemas"]["ReportSection"][];
            /** @description Of every measure in it, with its version. */
            definitions: {
                reference: string;
                name: string;
                formula: string;
            }[];
            definitionsTitle: string;
        };
        /** @description What a report is, to whom it goes, and when. */
        ReportDraft: {
            name: string;
            /**
             * @default management
             * @enum {string}
             */
            content?: "management" | "view";
            /**
             * @description The saved view, where that is the content.
             * @default null
             */
            viewId?: number | null;
            /**
             * @default weekly
             * @enum {string}
             */
            rhythm?: "daily" | "weekly" | "monthly";
            /**
             * @description Of the week, 1 is Monday; or of the month. Every day has none.
             * @default 1
             */
            day?: number;
            /**
             * @description Minutes after midnight in the centre.
             * @default 480
             */
            minute?: number;
            /**
             * @default ru
             * @enum {string}
             */
            language?: "ru" | "en";
            /**
             * @default [
             *       "pdf",
             *       "xlsx"
             *     ]
             */
            formats?: ("pdf" | "xlsx")[];
            /**
             * @description People of the centre, at the address each has when it is sent. Nobody: it is made and kept.
             * @default []
             */
            members?: string[];
            /** @default [] */
            mails?: string[];
            /** @default true */
            isOn?: boolean;
            /**
             * @description How many of it are kept; older ones go.
             * @default 60
             */
            keep?: number;
        };
        /**
         * @description A figure that an old report tells.
         * @enum {string}
         */
        ReportFigure: "offered" | "answered" | "abandoned" | "flowedOut" | "serviceLevel" | "abandonRate" | "answerRate" | "asaSeconds" | "ahtSeconds" | "talkSeconds" | "holdSeconds" | "acwSeconds" | "transferRate";
        ReportLine: {
            text: string;
            /** @description Where it is seen in Pult, below `/c/ID`; null where nowhere. */
            path: string | null;
        };
        /** @description One figure of an old report. */
        ReportRow: {
            figure: components["schemas"]["ReportFigure"];
            /** @description Fractions for shares, seconds for times. */
            value: number;
            /** @description Half of the last digit that was told: 0.0005 for 83.1 %. */
            tolerance: number;
            /**
             * @description Days `[from, to)`; null: the whole period.
             * @default null
             */
            from: string | null;
            /** @default null */
            to: string | null;
            /**
             * @description Null: all queues.
             * @default null
             */
            queueId: number | null;
        };
        /** @description One figure of an old report. */
        ReportRowInput: {
            figure: components["schemas"]["ReportFigure"];
            /** @description Fractions for shares, seconds for times. */
            value: number;
            /** @description Half of the last digit that was told: 0.0005 for 83.1 %. */
            tolerance: number;
            /**
             * @description Days `[from, to)`; null: the whole period.
             * @default null
             */
            from?: string | null;
            /** @default null */
            to?: string | null;
            /**
             * @description Null: all queues.
             * @default null
             */
            queueId?: number | null;
        };
        ReportSection: {
            title: string;
            lines: components["schemas"]["ReportLine"][];
            charts: components["schemas"]["ReportChart"][];
            tables: components["schemas"]["ReportTable"][];
        };
        ReportTable: {
            title: string;
            head: string[];
            rows: components["schemas"]["ReportCell"][][];
            /** @description The last row is the sum of the others. */
            hasTotal: boolean;
        };
        RequestChange: {
            /** @enum {string} */
            state: "open" | "done" | "refused";
            answer: string;
            /** @description Five working days more, once; who asked is told why. */
            isExtended: boolean;
            version: number;
        };
        RequestDraft: {
            /** @enum {string} */
            kind: "access" | "correct" | "erase" | "stop" | "withdraw" | "other";
            /** @enum {string} */
            subjectOf: "customer" | "agent" | "other";
            subject: string;
            agentId: number | null;
            askedBy: string;
            way: string;
            /** Format: date */
            askedOn: string;
        };
        Requirement: {
            requirementId: number;
            name: string;
            /** @enum {string} */
            status: "waiting" | "making" | "draft" | "published" | "failed";
            /** @description 0 to 1. */
            progress: number;
            problem: string | null;
            /** @enum {string} */
            basis: "forecast" | "pastWeeks";
            forecastId: number | null;
            /** @description The forecast it was counted from; null for the last four weeks, or where the draft was thrown away. */
            source: {
                name: string;
                publishedAt: string | null;
                publishedByName: string | null;
            } | null;
            /** @description What has changed since it was counted: a newer published forecast of its days, what queues are to keep, why people are away. */
            stale: ("newerForecast" | "layers" | "rules" | "shrinkage")[];
            intervalMinutes: number;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            assumptions: {
                rules: components["schemas"]["AppliedRule"][];
                shrinkage: components["schemas"]["Shrinkage"][];
                isRateUncertain: boolean;
                /** @description Days of which the load is not known (a weekday the last four weeks tell nothing of): agents there are not known, not zero. */
                unknownDays: string[];
                /** @description What was said to lie there at the start. */
                backlogs: {
                    queueId: number;
                    items: number;
                }[];
            };
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            publishedAt: string | null;
            publishedByName: string | null;
        };
        /** @description Where the service level of a queue's day will lie; of work that may wait, the share of its items done in time. */
        RequirementDay: {
            queueId: number;
            /** Format: date */
            day: string;
            mean: number;
            p10: number;
            p50: number;
            p90: number;
            chance: number;
        };
        RequirementDraft: {
            name: string;
            /**
             * Format: date
             * @description The first and the last day, both included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** @description Null: as in the last four weeks, the mean of the same weekday and half-hour. */
            forecastId: number | null;
            /** @description Whether rates are taken as uncertain as the forecast (or the last weeks) shows them, or as known; uncertain when left out. */
            isRateUncertain?: boolean;
            /** @description Items that lie there at the start, of queues whose work may wait; counted from the log where left out and the start is near. */
            backlogs?: {
                queueId: number;
                items: number;
            }[];
        };
        RequirementInterval: {
            queueId: number;
            /** Format: date-time */
            at: string;
            offered: number;
            ahtSeconds: number;
            /** @description Agents at their posts; null where no number of agents meets the target. */
            needed: number | null;
            /** @description People on the roster, after availability and shrinkage; not rounded. */
            scheduled: number | null;
            serviceLevel: number | null;
            asaSeconds: number | null;
            abandonRate: number | null;
            occupancy: number | null;
            /** @description The parts of the target that one agent fewer would miss; with `needed` null, those that no number meets. */
            binding: ("serviceLevel" | "asa" | "abandonRate" | "occupancy" | "balance" | "deadline" | "inTime")[];
            /** @description Items left lying at the end; null where nothing may wait. Of such work intervals are the queue's open ones, and carry what came before. */
            backlog: number | null;
            /** @description The rate as it was taken to be uncertain: gamma of this shape; null where it was taken as known. */
            rateShape: number | null;
            /** @description Null where no number of agents meets the target, and of work that may wait. */
            risk: components["schemas"]["IntervalRisk"] | null;
        };
        ResultCandidate: {
            /** @description `averageHandlingTime@1`. */
            measure: string;
            name: {
                ru: string;
                en: string;
            };
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            now: {
                value: number | null;
                low: number | null;
                high: number | null;
                counted: number;
            };
            before: {
                value: number | null;
                low: number | null;
                high: number | null;
                counted: number;
            };
            /** @description Of shares in points, of everything else relative; null where there is nothing to compare. */
            change: number | null;
            /**
             * @description Only `better` can be signed as a result; `neutral` as a scale of work.
             * @enum {string}
             */
            verdict: "better" | "worse" | "noise" | "neutral" | "unjudged" | "missing";
        };
        /** @description Two periods of the own centre, the former told too: a change without what it is compared with says nothing. */
        ResultQuestion: {
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            before: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /**
             * @description Empty: the whole centre.
             * @default []
             */
            queueIds?: number[];
        };
        ResultToSign: {
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            before: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /**
             * @description Empty: the whole centre.
             * @default []
             */
            queueIds?: number[];
            measure: string;
            /** @description What the person discloses beside the change and its periods. */
            showValues: boolean;
            showQueues: boolean;
        };
        ResumeChange: {
            draft: components["schemas"]["ResumeDraftInput"];
            version: number;
        };
        /** @description What an imported file held and nobody has placed yet. */
        ResumeDraft: {
            resume: components["schemas"]["ResumeShape"];
            industries: ("retail" | "ecommerce" | "telecom" | "banking" | "insurance" | "investment" | "energy" | "construction" | "oilGas" | "mining" | "support" | "healthcare" | "logistics" | "automotive" | "travel" | "publicServices" | "outsourcing" | "manufacturing")[];
            vacancy: {
                title: string;
                employer: string;
                text: string;
            };
            leftOver: string[];
        };
        /** @description What an imported file held and nobody has placed yet. */
        ResumeDraftInput: {
            resume: components["schemas"]["ResumeShapeInput"];
            industries: ("retail" | "ecommerce" | "telecom" | "banking" | "insurance" | "investment" | "energy" | "construction" | "oilGas" | "mining" | "support" | "healthcare" | "logistics" | "automotive" | "travel" | "publicServices" | "outsourcing" | "manufacturing")[];
            vacancy: {
                title: string;
                employer: string;
                text: string;
            };
            leftOver: string[];
        };
        /** @description A résumé as it is written: lines may be empty or wait to be filled; neither is printed. */
        ResumeShape: {
            /** @enum {string} */
            language: "ru" | "en";
            /** @enum {string} */
            position: "head-of-call-center" | "head-of-contact-center" | "head-of-customer-relations";
            desiredPosition: string;
            contacts: {
                name: string;
                city: string;
                phone: string;
                email: string;
                link: string;
            };
            profile: string[];
            keySkills: string[];
            experience: {
                company: string;
                companyAbout: string;
                site: string;
                city: string;
                position: string;
                from: string;
                to: string | null;
                duties: string[];
                results: {
                    text: string;
                    verifiedResultId: string | null;
                }[];
                projects: string[];
            }[];
            education: {
                institution: string;
                faculty: string;
                speciality: string;
                year: number | null;
            }[];
            courses: {
                name: string;
                organisation: string;
                year: number | null;
            }[];
            languages: {
                name: string;
                level: string;
            }[];
            awards: {
                name: string;
                year: number | null;
            }[];
            technicalSkills: string[];
            qualities: string[];
        };
        /** @description A résumé as it is written: lines may be empty or wait to be filled; neither is printed. */
        ResumeShapeInput: {
            /** @enum {string} */
            language: "ru" | "en";
            /** @enum {string} */
            position: "head-of-call-center" | "head-of-contact-center" | "head-of-customer-relations";
            desiredPosition: string;
            contacts: {
                name: string;
                city: string;
                phone: string;
                email: string;
                link: string;
            };
            profile: string[];
            keySkills: string[];
            experience: {
                company: string;
                companyAbout: string;
                site: string;
                city: string;
                position: string;
                from: string;
                to: string | null;
                duties: string[];
                results: {
                    text: string;
                    verifiedResultId: string | null;
                }[];
                projects: string[];
            }[];
            education: {
                institution: string;
                faculty: string;
                speciality: string;
                year: number | null;
            }[];
            courses: {
                name: string;
                organisation: string;
                year: number | null;
            }[];
            languages: {
                name: string;
                level: string;
            }[];
            awards: {
                name: string;
                year: number | null;
            }[];
            technicalSkills: string[];
            qualities: string[];
        };
        ResumeSummary: {
            resumeId: number;
            desiredPosition: string;
            /** @enum {string} */
            position: "head-of-call-center" | "head-of-contact-center" | "head-of-customer-relations";
            /** @enum {string} */
            language: "ru" | "en";
            /** @description 0 to 1: of all a résumé should have, the part that is there. */
            done: number;
            changedAt: string;
            version: number;
        };
        /** @description How long a kind of data is kept. */
        RetentionPeriod: {
            /** @enum {string} */
            kind: "contacts" | "lostCallers" | "imports" | "messages" | "alerts" | "notes" | "formerAgents" | "resumes" | "market" | "requests";
            /** @description Null: kept. */
            days: number | null;
            changedByName: string | null;
            changedAt: string | null;
            /** @description When what is over was last removed. */
            lookedAt: string | null;
        };
        /** @description What would go. */
        RetentionPreview: {
            /** @description Everything of before this day. */
            before: string;
            rows: number;
            first: string | null;
            last: string | null;
        };
        /** @enum {string} */
        RoleName: "administrator" | "head" | "planner" | "supervisor" | "analyst" | "hr" | "agent";
        /** @description A roster. Editions of one roster follow each other: what is published never changes, a later change is a new edition. */
        Roster: {
            rosterId: number;
            name: string;
            /** @description Editions of the same roster share it: the id of the first. */
            seriesId: number;
            edition: number;
            /** @enum {string} */
            status: "waiting" | "making" | "draft" | "published" | "failed";
            /** @description Published, and no later edition of it is. */
            isInForce: boolean;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            slotMinutes: number;
            requirementId: number;
            /** @description Shift templates it is made of; null: all. */
            templateIds: number[] | null;
            agents: number;
            weights: components["schemas"]["RosterWeights"];
            prices: components["schemas"]["RosterPrices"];
            seed: number;
            startFrom: number | null;
            progress: components["schemas"]["RosterProgress"];
            /** @description Why it failed, in a sentence. */
            problem: string | null;
            /** @description Of what is stored now; null while nothing is. */
            parts: components["schemas"]["ObjectiveParts"] | null;
            /** @description What was wrong in what it was made from: agents left out, needs in closed hours, templates nobody may work. */
            warnings: {
                code: string;
                values: {
                    [key: string]: string | number;
                };
            }[];
            /** @description Grows with every change of its shifts. */
            version: number;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            /** @description Why this edition was made. */
            reason: string | null;
            publishedByName: string | null;
            publishedAt: string | null;
        };
        /** @description A line of a roster's change log. */
        RosterChange: {
            version: number;
            /** @enum {string} */
            kind: "built" | "edit" | "undo" | "import" | "optimised";
            changes: components["schemas"]["ShiftChange"][];
            shifts: number;
            byName: string;
            /** Format: date-time */
            at: string;
            isUndone: boolean;
        };
        RosterDraft: {
            name: string;
            /** @description What it is to cover. Its days must lie within the requirement's. */
            requirementId: number;
            /**
             * Format: date
             * @description One to six weeks, both days included.
             */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** @description Null: every confirmed agent who has an agreement. */
            agentIds: number[] | null;
            /**
             * @description Shift templates it may be made of; null or left out: all that are not archived.
             * @default null
             */
            templateIds?: number[] | null;
            weights?: components["schemas"]["RosterWeightsInput"];
            prices?: components["schemas"]["RosterPricesInput"];
            /** @description How long it is improved at most; 0 makes an empty roster to be filled by hand and by rotations. */
            seconds: number;
            /** @description The same seed and the same number of steps give the same roster. */
            seed?: number;
            /** @description An earlier roster of the same days to begin from and to stay near to. */
            startFrom: number | null;
        };
        /** @description A member of a roster, with what her agreement asks for in it. */
        RosterMember: {
            agentId: number;
            name: string;
            teamId: number | null;
            queueIds: number[];
            /** @description Working minutes in the roster, and between what they are to lie by norm and agreement; null where nothing says so. */
            minutes: number;
            minMinutes: number | null;
            maxMinutes: number | null;
            nights: number;
            weekends: number;
        };
        /** @description What it costs, in the centre's currency, to answer a contact late, and to lose one. */
        RosterPrices: {
            lateContact: number;
            lostContact: number;
        };
        /** @description What it costs, in the centre's currency, to answer a contact late, and to lose one. */
        RosterPricesInput: {
            lateContact: number;
            lostContact: number;
        };
        RosterProgress: {
            /** @description 0 to 1, of the seconds asked for. */
            share: number;
            seconds: number;
            /** @description Of the best roster so far; null before there is one. */
            objective: number | null;
            /** @description No roster can cost less: proven. Null while nothing is proven. */
            bound: number | null;
            /** @description (objective − bound) ÷ objective. */
            gap: number | null;
            /** @description Money of hours that agreements promise, which no roster can save; null while nothing is proven. */
            promisedMoney: number | null;
        };
        /** @description A member of a published roster, and whether she has read it. */
        RosterReader: {
            agentId: number;
            name: string;
            teamName: string | null;
            shifts: number;
            acknowledgedAt: string | null;
            acknowledgedEdition: number | null;
        };
        /** @description What keeps a roster from being better or lawful. */
        RosterReport: {
            parts: components["schemas"]["ObjectiveParts"] | null;
            /** @description No roster can cost less: proven. */
            bound: number | null;
            gap: number | null;
            /** @description The gap without the money of hours that agreements promise, which no roster can save. */
            gapWithoutPromisedHours: number | null;
            trace: components["schemas"]["TracePoint"][];
            hours: number;
            cost: number;
            /** @description Limits that refuse the changes that would help most. */
            binding: components["schemas"]["BindingLimit"][];
            /** @description Where it leaves queues short. */
            short: {
                queueId: number;
                /** Format: date */
                day: string;
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                agentHours: number;
                /** @description Money that one more agent in the whole stretch would save. */
                oneMoreSaves: number;
            }[];
            shortHours: number;
            /** @description Limits that, let go by their hours, would fill what is short; the smallest relaxation first. Empty where nothing is short. */
            relaxations: components["schemas"]["BindingLimit"][];
            /** @description Wishes that were refused, and why. */
            refusedWishes: {
                /** @description Null: a rotation wished it. */
                wishId: number | null;
                agentId: number;
                /** Format: date */
                day: string;
                /** @description What granting it would cost in the objective, at least; null where no lawful way was found by changing one or two of her days. */
                price: number | null;
                /** @description Limits that the plain way of granting it would break. */
                forbiddenBy: string[];
            }[];
        };
        /** @description What one unit of each part of the objective is worth; every part is in money before its weight. */
        RosterWeights: {
            service: number;
            money: number;
            wishes: number;
            fairness: number;
            stability: number;
        };
        /** @description What one unit of each part of the objective is worth; every part is in money before its weight. */
        RosterWeightsInput: {
            service: number;
            money: number;
            wishes: number;
            fairness: number;
            stability: number;
        };
        /** @description A pattern of weeks, and who walks through it. */
        Rotation: {
            rotationId: number;
            name: string;
            weeks: (number | null)[][];
            agents: {
                agentId: number;
                /** Format: date */
                from: string;
                to: string | null;
                offsetWeeks: number;
                isFixed: boolean;
            }[];
            version: number;
        };
        RotationChange: {
            name: string;
            weeks: (number | null)[][];
            agents: {
                agentId: number;
                /** Format: date */
                from: string;
                to: string | null;
                offsetWeeks: number;
                isFixed: boolean;
            }[];
            version: number;
        };
        RotationDraft: {
            name: string;
            weeks: (number | null)[][];
            agents: {
                agentId: number;
                /** Format: date */
                from: string;
                to: string | null;
                offsetWeeks: number;
                isFixed: boolean;
            }[];
        };
        RowKey: {
            split: components["schemas"]["Split"];
            /** @description See {@link Split}. */
            key: string | number;
            /** @description A name, for queues, agents, teams and pause reasons; empty where the web writes the key in the reader's language. */
            label: string;
        };
        /** @description A value of a rule of labour law: a number, a list of days, whatever the rule is made of. */
        RuleValue: string | number | boolean | null | components["schemas"]["RuleValue"][] | {
            [key: string]: components["schemas"]["RuleValue"];
        };
        /** @description What a board is, also as a file that another centre may take: names of queues are not in it, only their ids. */
        Scheme: {
            name: string;
            /** @enum {string} */
            language: "ru" | "en";
            /** @enum {string} */
            theme: "dark" | "light";
            columns: number;
            /** @description By which part of its target a figure may miss it and still be yellow, not red. */
            margin: number;
            /** @description Whether agents are shown by name: a screen on a wall is seen by whoever passes. */
            showsNames: boolean;
            tiles: components["schemas"]["Tile"][];
        };
        /** @description What a board is, also as a file that another centre may take: names of queues are not in it, only their ids. */
        SchemeInput: {
            name: string;
            /** @enum {string} */
            language: "ru" | "en";
            /** @enum {string} */
            theme: "dark" | "light";
            columns: number;
            /** @description By which part of its target a figure may miss it and still be yellow, not red. */
            margin: number;
            /** @description Whether agents are shown by name: a screen on a wall is seen by whoever passes. */
            showsNames: boolean;
            tiles: components["schemas"]["TileInput"][];
        };
        /** @description In which roles one needs a second factor (a code or a passkey) to open the centre. */
        SecurityPolicy: {
            secondFactorRoles: components["schemas"]["RoleName"][];
        };
        /** @description In which roles one needs a second factor (a code or a passkey) to open the centre. */
        SecurityPolicyInput: {
            secondFactorRoles: components["schemas"]["RoleName"][];
        };
        Session: {
            user: {
                id: string;
                name: string;
                email: string;
            } | null;
            administersInstallation: boolean;
            /** @description Came by a one-time link and has no password yet. */
            needsPassword: boolean;
            /** @description Whether a link for a new password can come by mail. */
            resetsByMail: boolean;
            /** @description What the other place is called at which members may sign in; null where there is none. */
            provider: string | null;
            memberships: components["schemas"]["Membership"][];
        };
        SftpSettings: {
            host: string;
            /** @default 22 */
            port: number;
            user: string;
            /**
             * @default password
             * @enum {string}
             */
            signIn: "password" | "key";
            /**
             * @description By which the machine is known again, as Pult shows it when the channel is tried: `ssh-ed25519 SHA256:…`. Without it Pult never signs in.
             * @default null
             */
            hostKey: string | null;
            /** @default . */
            path: string;
            /** @default * */
            pattern: string;
            /**
             * @default {
             *       "everyMinutes": 15
             *     }
             */
            when: {
                everyMinutes: number;
            } | {
                at: string[];
            };
            /**
             * @description What becomes of a file there once it is imported.
             * @default leave
             * @enum {string}
             */
            after: "leave" | "move" | "delete";
            /** @default null */
            moveTo: string | null;
        };
        SftpSettingsInput: {
            host: string;
            /** @default 22 */
            port?: number;
            user: string;
            /**
             * @default password
             * @enum {string}
             */
            signIn?: "password" | "key";
            /**
             * @description By which the machine is known again, as Pult shows it when the channel is tried: `ssh-ed25519 SHA256:…`. Without it Pult never signs in.
             * @default null
             */
            hostKey?: string | null;
            /** @default . */
            path?: string;
            /** @default * */
            pattern?: string;
            /**
             * @default {
             *       "everyMinutes": 15
             *     }
             */
            when?: {
                everyMinutes: number;
            } | {
                at: string[];
            };
            /**
             * @description What becomes of a file there once it is imported.
             * @default leave
             * @enum {string}
             */
            after?: "leave" | "move" | "delete";
            /** @default null */
            moveTo?: string | null;
        };
        /** @description One act of the planner's hand. Times are instants; breaks left out move with their shift, or are placed by its template. What a hand has placed is locked from then on. */
        ShiftChange: {
            /** @constant */
            kind: "add";
            agentId: number;
            /**
             * Format: date-time
             * @description Where it is placed; null takes it out of the shift.
             */
            start: string;
            /** Format: date-time */
            end: string;
            shiftTemplateId: number | null;
            breaks?: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "move";
            shiftId: number;
            /**
             * Format: date-time
             * @description Where it is placed; null takes it out of the shift.
             */
            start: string;
            /** Format: date-time */
            end: string;
            breaks?: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "breaks";
            shiftId: number;
            breaks: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "give";
            shiftId: number;
            agentId: number;
        } | {
            /** @constant */
            kind: "swap";
            shiftId: number;
            withShiftId: number;
        } | {
            /** @constant */
            kind: "delete";
            shiftId: number;
        } | {
            /** @constant */
            kind: "lock";
            shiftIds: number[];
            isLocked: boolean;
        } | {
            /** @constant */
            kind: "activity";
            shiftId: number;
            activityId: number;
            /** @description Where it is placed; null takes it out of the shift. */
            start: string | null;
        };
        /** @description One act of the planner's hand. Times are instants; breaks left out move with their shift, or are placed by its template. What a hand has placed is locked from then on. */
        ShiftChangeInput: {
            /** @constant */
            kind: "add";
            agentId: number;
            /**
             * Format: date-time
             * @description Where it is placed; null takes it out of the shift.
             */
            start: string;
            /** Format: date-time */
            end: string;
            shiftTemplateId: number | null;
            breaks?: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "move";
            shiftId: number;
            /**
             * Format: date-time
             * @description Where it is placed; null takes it out of the shift.
             */
            start: string;
            /** Format: date-time */
            end: string;
            breaks?: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "breaks";
            shiftId: number;
            breaks: components["schemas"]["PlannedBreak"][];
        } | {
            /** @constant */
            kind: "give";
            shiftId: number;
            agentId: number;
        } | {
            /** @constant */
            kind: "swap";
            shiftId: number;
            withShiftId: number;
        } | {
            /** @constant */
            kind: "delete";
            shiftId: number;
        } | {
            /** @constant */
            kind: "lock";
            shiftIds: number[];
            isLocked: boolean;
        } | {
            /** @constant */
            kind: "activity";
            shiftId: number;
            activityId: number;
            /** @description Where it is placed; null takes it out of the shift. */
            start: string | null;
        };
        /** @description A shift that differs between two rosters; null: there is none in that one. */
        ShiftDifference: {
            agentId: number;
            agentName: string;
            /** Format: date */
            day: string;
            before: components["schemas"]["PlannedShift"] | null;
            after: components["schemas"]["PlannedShift"] | null;
            /** @description Days by the calendar from today, or from its publication, to the shift: as the law counts notice. */
            noticeDays: number | null;
        };
        ShiftEdit: {
            /** @description Of the roster as it was read. */
            version: number;
            changes: components["schemas"]["ShiftChangeInput"][];
            /**
             * @description True: says what would come of it and changes nothing.
             * @default false
             */
            isTrial?: boolean;
        };
        /** @description Why somebody got her shift on a day. */
        ShiftReason: {
            agentId: number;
            /** Format: date */
            day: string;
            /** @description Null: she has the day off, and nothing else is told. */
            shift: components["schemas"]["PlannedShift"] | null;
            /** @description Money that the roster loses at least if she does not work it. */
            worth: number | null;
            /** @description What a day off instead would change, by parts, and the limits it would break. */
            without: {
                difference: components["schemas"]["ObjectiveParts"];
                broken: string[];
            } | null;
            /** @description The best other shift of hers that day, and what it would change. */
            nextBest: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                difference: components["schemas"]["ObjectiveParts"];
            } | null;
            /** @description Where queues would be shorter without her. */
            needs: {
                queueId: number;
                /** Format: date-time */
                at: string;
                after: number;
                needed: number;
            }[];
        };
        ShiftTemplate: {
            shiftTemplateId: number;
            name: string;
            startFromMinute: number;
            startToMinute: number;
            startStepMinutes: number;
            lengthFromMinutes: number;
            lengthToMinutes: number;
            lengthStepMinutes: number;
            breaks: components["schemas"]["TemplateBreak"][];
            weekdays: number[];
            skillIds: number[];
            teamIds: number[];
            isArchived: boolean;
            /** @description Confirmed agents who may work it now; 0 is said on the page. */
            agents: number;
            version: number;
        };
        ShiftTemplateChange: {
            name: string;
            startFromMinute: number;
            startToMinute: number;
            startStepMinutes: number;
            lengthFromMinutes: number;
            lengthToMinutes: number;
            lengthStepMinutes: number;
            breaks: components["schemas"]["TemplateBreakInput"][];
            weekdays: number[];
            skillIds: number[];
            teamIds: number[];
            isArchived: boolean;
            version: number;
        };
        ShiftTemplateDraft: {
            name: string;
            startFromMinute: number;
            startToMinute: number;
            startStepMinutes: number;
            lengthFromMinutes: number;
            lengthToMinutes: number;
            lengthStepMinutes: number;
            breaks: components["schemas"]["TemplateBreakInput"][];
            weekdays: number[];
            skillIds: number[];
            teamIds: number[];
            isArchived: boolean;
        };
        /** @description A stretch of the rest of the day in which the planned agents do not meet the target. */
        Shortage: {
            queueId: number;
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description At most, in one interval. */
            agents: number;
            expectedLevel: number | null;
            targetLevel: number | null;
            /** @description Contacts expected in it. */
            contacts: number;
        };
        /** @description A board with its figures of this moment, and nothing else of the centre. */
        ShownBoard: {
            name: string;
            /** @enum {string} */
            language: "ru" | "en";
            /** @enum {string} */
            theme: "dark" | "light";
            columns: number;
            /** @description By which part of its target a figure may miss it and still be yellow, not red. */
            margin: number;
            timeZone: string;
            /** Format: date-time */
            asOf: string;
            /** Format: date */
            day: string;
            /** @description The newest fact that came in; null when there is none. */
            lastFactAt: string | null;
            tiles: components["schemas"]["ShownTile"][];
        };
        ShownTile: {
            /** @constant */
            kind: "figure";
            width: number;
            /** @enum {string} */
            figure: "serviceLevel" | "waiting" | "longestWait" | "inService" | "offered" | "answered" | "abandoned" | "abandonRate" | "flowedOut" | "asa" | "aht" | "signedIn" | "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
            /** @description Null: the whole centre. */
            queue: string | null;
            /** @description The queue it was about is no longer there. */
            isGone: boolean;
            /** @description A number, a share or seconds, as its figure says; null: nothing to show. */
            value: number | null;
            target: {
                value: number;
                withinSeconds: number | null;
            } | null;
            /** @enum {string} */
            level: "good" | "near" | "bad" | "none";
        } | {
            /** @constant */
            kind: "queues";
            width: number;
            queues: {
                name: string;
                /** @enum {string} */
                channel: "voice" | "chat" | "email" | "messenger" | "callback";
                waiting: number;
                longestWaitSeconds: number | null;
                serviceLevel: number | null;
                target: {
                    value: number;
                    withinSeconds: number | null;
                } | null;
                /** @enum {string} */
                level: "good" | "near" | "bad" | "none";
                offered: number;
                abandonRate: number | null;
            }[];
        } | {
            /** @constant */
            kind: "agents";
            width: number;
            states: {
                /** @enum {string} */
                state: "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
                agents: number;
            }[];
            /** @description Null: the board shows no names. */
            agents: {
                name: string;
                /** @enum {string} */
                state: "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
                reason: string | null;
                /** Format: date-time */
                since: string;
            }[] | null;
        } | {
            /** @constant */
            kind: "clock";
            width: number;
        } | {
            /** @constant */
            kind: "text";
            width: number;
            text: string;
        };
        /** @description Why people on shift are not at their posts. */
        Shrinkage: {
            kind: string;
            planned: boolean;
            paid: boolean;
            share: number;
            /**
             * @description Hours of the week, by the centre's clock, in which another share holds.
             * @default []
             */
            hours: {
                weekday: number;
                hour: number;
                share: number;
            }[];
        };
        /** @description Why people on shift are not at their posts. */
        ShrinkageInput: {
            kind: string;
            planned: boolean;
            paid: boolean;
            share: number;
            /**
             * @description Hours of the week, by the centre's clock, in which another share holds.
             * @default []
             */
            hours?: {
                weekday: number;
                hour: number;
                share: number;
            }[];
        };
        /** @description What the server has signed: nothing that the person did not disclose. */
        SignedStatement: {
            /** @constant */
            format: 1;
            resultId: string;
            centerId: number;
            /** @description Definition and version. */
            measure: string;
            name: {
                ru: string;
                en: string;
            };
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            change: number;
            values: {
                now: number;
                before: number;
            } | null;
            queues: string[] | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            before: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            signedAt: string;
            /** @description Seals what it was computed from, which stays in the centre. */
            basisSeal: string;
        };
        /** @description What the server has signed: nothing that the person did not disclose. */
        SignedStatementInput: {
            /** @constant */
            format: 1;
            resultId: string;
            centerId: number;
            /** @description Definition and version. */
            measure: string;
            name: {
                ru: string;
                en: string;
            };
            /** @enum {string} */
            unit: "contacts" | "fraction" | "seconds" | "times";
            change: number;
            values: {
                now: number;
                before: number;
            } | null;
            queues: string[] | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            before: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            /** Format: date-time */
            signedAt: string;
            /** @description Seals what it was computed from, which stays in the centre. */
            basisSeal: string;
        };
        Skill: {
            skillId: number;
            name: string;
            /** @description Queues whose contacts agents with this skill take. */
            queueIds: number[];
        };
        SkillNeed: {
            skillNeedId: number;
            draft: components["schemas"]["SkillNeedDraft"];
            /** @enum {string} */
            status: "waiting" | "counting" | "done" | "failed";
            /** @description 0 to 1; the last tenth is the verification. */
            progress: number;
            problem: string | null;
            /** @description Whether queues' staffing rules ask for something else by now. */
            isStale: boolean;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            result: components["schemas"]["SkillNeedResult"] | null;
        };
        /** @description A part of the target in one half-hour, on days that the search did not see. */
        SkillNeedCell: {
            /** @description Null where nobody is expected. */
            level: number | null;
            /** @description Half the width of its 95 % interval. */
            halfWidth: number | null;
        };
        /** @description Agents by skill group for one day: every queue is to keep its target in every half-hour. */
        SkillNeedDraft: {
            name: string;
            /** Format: date */
            day: string;
            /** @description Whose load of that day is taken; null: the contacts that came, of a day that is over. */
            forecastId: number | null;
            /**
             * @description The 0.8 in an 80/20 that all queues keep in place of what their staffing rules say; null: each queue keeps its own rule.
             * @default null
             */
            targetLevel: number | null;
            /** @default 20 */
            withinSeconds: number;
            /**
             * @default neutral
             * @enum {string}
             */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds: number;
            /** @description Whether a group may have no more agents than people with its skills were there. */
            isBounded: boolean;
            /**
             * @description What a freed agent takes, and whom a contact goes to.
             * @default longestWaiting
             * @enum {string}
             */
            routing: "longestWaiting" | "priority";
            /**
             * @default groupOrder
             * @enum {string}
             */
            agentChoice: "groupOrder" | "longestIdle" | "leastOccupied";
            /**
             * @description By how much each queue beyond the first makes an agent's hour dearer: 0.05 is 5 %.
             * @default 0.05
             */
            dearerPerSkill: number;
        };
        /** @description Agents by skill group for one day: every queue is to keep its target in every half-hour. */
        SkillNeedDraftInput: {
            name: string;
            /** Format: date */
            day: string;
            /** @description Whose load of that day is taken; null: the contacts that came, of a day that is over. */
            forecastId: number | null;
            /**
             * @description The 0.8 in an 80/20 that all queues keep in place of what their staffing rules say; null: each queue keeps its own rule.
             * @default null
             */
            targetLevel?: number | null;
            /** @default 20 */
            withinSeconds?: number;
            /**
             * @default neutral
             * @enum {string}
             */
            rule?: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds?: number;
            /** @description Whether a group may have no more agents than people with its skills were there. */
            isBounded: boolean;
            /**
             * @description What a freed agent takes, and whom a contact goes to.
             * @default longestWaiting
             * @enum {string}
             */
            routing?: "longestWaiting" | "priority";
            /**
             * @default groupOrder
             * @enum {string}
             */
            agentChoice?: "groupOrder" | "longestIdle" | "leastOccupied";
            /**
             * @description By how much each queue beyond the first makes an agent's hour dearer: 0.05 is 5 %.
             * @default 0.05
             */
            dearerPerSkill?: number;
        };
        SkillNeedQueue: {
            queueId: number;
            /** @description Contacts by half-hour. */
            offered: number[];
            target: components["schemas"]["SkillTarget"];
            parts: {
                /** @enum {string} */
                part: "serviceLevel" | "asa" | "abandonRate" | "occupancy";
                wanted: number;
                cells: components["schemas"]["SkillNeedCell"][];
            }[];
        };
        SkillNeedResult: {
            /** @description Beginnings of the half-hours. */
            intervals: string[];
            groups: {
                groupId: string;
                /** @description The queues its agents take, the main one first. */
                queueIds: number[];
                /** @description Agents with these skills who were there on the day that groups were taken from. */
                people: number;
                /** @description Agents at their posts by half-hour. */
                agents: number[];
                /** @description People on the roster by half-hour, so that `agents` are at their posts: by the shrinkage as it is now and the availability of the main queue's rule. Not rounded. */
                scheduled: number[];
                occupancy: number | null;
            }[];
            queues: components["schemas"]["SkillNeedQueue"][];
            /** @description Hours at posts, without shrinkage. */
            agentHours: number;
            /** @description Hours on the roster, with shrinkage and availability. */
            rosterHours: number;
            /** @description Share of the rostered who are not at their posts, all kinds together; 0 where no kind was given. */
            shrinkage: number;
            /** @description Days simulated to verify it, with another seed than the search's. */
            verifiedDays: number;
            /** @description Queues of calls without agents, handling time or contacts. Chats and work that may wait are never counted here. */
            leftOut: number[];
        };
        /** @description What a queue was searched to keep: its staffing rule as it was then, or what the draft said for all. */
        SkillTarget: {
            targetLevel: number | null;
            withinSeconds: number;
            /** @enum {string} */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            shortSeconds: number;
            maxAsaSeconds: number | null;
            maxAbandonment: number | null;
            /** @description Of all who may take the queue. */
            maxOccupancy: number | null;
        };
        SkillsOfMarket: {
            specialisations: {
                specialisationId: number;
                name: string;
            }[];
            /** @description The one that `skills` are of; null where there is none. */
            specialisationId: number | null;
            /** @description The most asked for first. */
            skills: {
                name: string;
                naming: number;
                named: number;
                others: string[];
            }[];
            /** @description Whether the vacancies are made up by the demonstration. */
            isMadeUp: boolean;
        };
        SkillsReply: {
            /** @description Null where no snapshot came to its end yet. */
            snapshot: components["schemas"]["SnapshotSummary"] | null;
            /** @enum {string} */
            scope: "active" | "seen";
            /** @description Vacancies of the scope: all, those that name any skill, and those whose skills were found in their text. */
            vacancies: number;
            named: number;
            derived: number;
            /** @description Different skills in all, of which `skills` are the sought ones. */
            total: number;
            /** @description The days of the snapshots of `series`, oldest first. */
            days: string[];
            skills: components["schemas"]["MarketSkill"][];
        };
        SnapshotSummary: {
            snapshotId: number;
            /** @description The day in the centre's zone on which the vacancies were active. */
            takenOn: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed" | "cancelled";
            progress: number;
            /**
             * @description What started it.
             * @enum {string}
             */
            cause: "hand" | "weekly" | "file" | "demo";
            fileName: string | null;
            problem: string | null;
            counts: components["schemas"]["SourceCounts"][];
            /** @description Active vacancies, one seen in two sources once; those that name any skill; those whose skills come from their text. */
            vacancies: number;
            named: number;
            derived: number;
            madeByName: string;
            finishedAt: string | null;
        };
        /** @description What one source gave to one snapshot. */
        SourceCounts: {
            /** @enum {string} */
            source: "hh" | "trudvsem" | "file";
            requests: number;
            /** @description Of them asked again after 429, 5xx or a broken line. */
            retries: number;
            /** @description As many as the source says there are. */
            found: number;
            /** @description Read, of which `fresh` were not known before. */
            read: number;
            fresh: number;
            /** @description Hidden or deleted between list and reading. */
            gone: number;
            /** @description Left out: another title, or another region. */
            otherTitle: number;
            otherRegion: number;
            /** @description Could not be understood. */
            unreadable: number;
            /** @description Names of skills that are none: longer than a name can be. */
            skillsTooLong: number;
            problem: ("noToken" | "tokenRefused" | "forbidden" | "captcha" | "badUserAgent" | "notJson" | "unreachable" | "tooManyFailures" | "refused") | null;
        };
        SourceState: {
            /** @enum {string} */
            kind: "hh" | "trudvsem" | "file";
            isOn: boolean;
            /** @description What the source's host is told of who asks: "Pult/1.0 (mail@example.com)". */
            userAgent: string | null;
            /** @description Whether a secret is kept; the secret itself is never told. */
            hasSecret: boolean;
            checkedAt: string | null;
            /** @description What went wrong the last time; null when it went well or was never asked. */
            problem: ("noToken" | "tokenRefused" | "forbidden" | "captcha" | "badUserAgent" | "notJson" | "unreachable" | "tooManyFailures" | "refused") | null;
        };
        Specialisation: {
            name: string;
            /**
             * @default position
             * @enum {string}
             */
            kind: "position" | "level" | "profession" | "technology";
            /** @description Any of them must be in the title; the first is the title itself, the others its synonyms. */
            titles: string[];
            /**
             * @description None of them may be.
             * @default []
             */
            excluded: string[];
            /**
             * @description A node of the area tree; null: everywhere.
             * @default null
             */
            areaId: string | null;
            /**
             * @description Asks its sources anew every week.
             * @default true
             */
            isWeekly: boolean;
            specialisationId: number;
            areaName: string | null;
            version: number;
            /** @description The latest snapshot that came to its end; null before the first. */
            latest: components["schemas"]["SnapshotSummary"] | null;
            snapshots: number;
            /** @description Whether its vacancies are made up by the demonstration. */
            isMadeUp: boolean;
        };
        /** @description What of the market is looked at: words of titles, words to leave out, a region. */
        SpecialisationDraft: {
            name: string;
            /**
             * @default position
             * @enum {string}
             */
            kind?: "position" | "level" | "profession" | "technology";
            /** @description Any of them must be in the title; the first is the title itself, the others its synonyms. */
            titles: string[];
            /**
             * @description None of them may be.
             * @default []
             */
            excluded?: string[];
            /**
             * @description A node of the area tree; null: everywhere.
             * @default null
             */
            areaId?: string | null;
            /**
             * @description Asks its sources anew every week.
             * @default true
             */
            isWeekly?: boolean;
        };
        /**
         * @description What a question is split by. Keys of rows: `queue`, `agent`, `team`, `pauseReason` ids (0: none) · `channel`, `direction` words · `interval` an instant · `day` and `week` (its Monday) `2026-02-01` · `month` `2026-02` · `weekday` 1 (Monday) to 7 · `hour` and `slot` (half-hours) the local time of day, `08:30`.
         * @enum {string}
         */
        Split: "queue" | "agent" | "team" | "channel" | "direction" | "interval" | "day" | "week" | "month" | "weekday" | "hour" | "slot" | "pauseReason";
        /** @description What a queue is to keep, and what is assumed of its callers and agents. */
        StaffingRule: {
            /** @description Null: every queue of this kind of work without a rule of its own. */
            queueId: number | null;
            /**
             * @description Calls (voice, callbacks), chats (chat, messengers), or work that may wait (e-mail); of a queue it follows from its channel.
             * @enum {string}
             */
            work: "calls" | "chats" | "deferred";
            /** @description The 0.8 in 80/20; null when the service level is no part of the target. Of work that may wait: the share of a day's items that is to be done in time, for the chance of it. */
            targetLevel: number | null;
            withinSeconds: number;
            /** @enum {string} */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds: number;
            maxAbandonment: number | null;
            maxOccupancy: number | null;
            maxAsaSeconds: number | null;
            /** @description Null: estimated from the centre's own log. */
            patienceSeconds: number | null;
            /** @description Share of the time at their posts in which agents do take contacts. */
            availability: number;
            /**
             * @description Whether it is learnt by hour from the log; where the log does not tell, and of chats and work that may wait, the number above holds.
             * @default true
             */
            isAvailabilityLearnt: boolean;
            contactsAtOnce: number;
            stretchPerExtra: number;
            /** @description Of work that may wait: how long, in the queue's opening hours. Null for calls and chats. */
            deadlineMinutes: number | null;
        };
        /** @description What a queue is to keep, and what is assumed of its callers and agents. */
        StaffingRuleInput: {
            /** @description Null: every queue of this kind of work without a rule of its own. */
            queueId: number | null;
            /**
             * @description Calls (voice, callbacks), chats (chat, messengers), or work that may wait (e-mail); of a queue it follows from its channel.
             * @enum {string}
             */
            work: "calls" | "chats" | "deferred";
            /** @description The 0.8 in 80/20; null when the service level is no part of the target. Of work that may wait: the share of a day's items that is to be done in time, for the chance of it. */
            targetLevel: number | null;
            withinSeconds: number;
            /** @enum {string} */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds?: number;
            maxAbandonment: number | null;
            maxOccupancy: number | null;
            maxAsaSeconds: number | null;
            /** @description Null: estimated from the centre's own log. */
            patienceSeconds: number | null;
            /** @description Share of the time at their posts in which agents do take contacts. */
            availability: number;
            /**
             * @description Whether it is learnt by hour from the log; where the log does not tell, and of chats and work that may wait, the number above holds.
             * @default true
             */
            isAvailabilityLearnt?: boolean;
            contactsAtOnce: number;
            stretchPerExtra: number;
            /** @description Of work that may wait: how long, in the queue's opening hours. Null for calls and chats. */
            deadlineMinutes: number | null;
        };
        StartImport: {
            uploadId: string;
            fileName: string;
            kind: components["schemas"]["ImportKind"];
            mapping?: components["schemas"]["MappingInput"];
            /** @description What the file comes from; files of one source complete each other. */
            sourceName?: string;
            /** @default false */
            dryRun?: boolean;
            /**
             * @default reject
             * @enum {string}
             */
            onConflict?: "reject" | "replace";
        };
        /** @description A stretch of an agent's time as a script sends it. */
        StateInput: {
            sourceKey: string;
            agent: string;
            /** @enum {string} */
            state: "session" | "pause" | "available" | "ringing" | "talking" | "acw" | "dialing" | "training" | "offQueue";
            reason?: string;
            queue?: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description Left out: still going on.
             */
            endedAt?: string;
        };
        StatementToCheck: {
            statement: components["schemas"]["SignedStatementInput"];
            signature: string;
        };
        /** @enum {string} */
        Status: "confirmed" | "toConfirm" | "archived";
        Story: {
            contactRef: string;
            legs: components["schemas"]["ContactLeg"][];
            /** @description What the agents of the legs did meanwhile, as far as the caller sees them. */
            states: {
                agentId: number;
                agent: string;
                /** @enum {string} */
                state: "session" | "pause" | "available" | "ringing" | "talking" | "acw" | "dialing" | "training" | "offQueue";
                reason: string | null;
                /** Format: date-time */
                startedAt: string;
                endedAt: string | null;
            }[];
            /** @description The caller's other contacts, newest first, at most fifty. */
            others: components["schemas"]["ContactLeg"][];
            imports: {
                importId: number;
                fileName: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        /** @description Skills that may mean one thing, with the share they would have together: of vacancies, not added up. */
        Suggestion: {
            skills: {
                skillId: number;
                name: string;
                naming: number;
                share: number;
            }[];
            together: number;
        };
        SynonymGroup: {
            skillId: number;
            name: string;
            members: {
                skillId: number;
                name: string;
            }[];
            madeByName: string;
            madeAt: string;
        };
        Target: {
            targetId: number;
            /** @description Null: every queue that has none of its own. */
            queueId: number | null;
            measureId: string;
            value: number;
            withinSeconds: number | null;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
        };
        /**
         * @description `unknown`: no value, or so few contacts that the interval holds the target.
         * @enum {string}
         */
        TargetState: "met" | "missed" | "unknown";
        Team: {
            teamId: number;
            name: string;
            supervisorIds: string[];
            agents: number;
            version: number;
        };
        Telling: {
            agentIds: number[];
            /** Format: date */
            toldOn: string;
            /** @description "signed sheet 12", "in the wiki". */
            how: string;
        };
        Template: {
            templateId: number;
            name: string;
            mapping: components["schemas"]["Mapping"];
        };
        /** @description A break of a shift: how long, and within which minutes after the shift's start it may begin. */
        TemplateBreak: {
            /** @enum {string} */
            kind: "meal" | "rest";
            minutes: number;
            isPaid: boolean;
            earliestMinute: number;
            latestMinute: number;
        };
        /** @description A break of a shift: how long, and within which minutes after the shift's start it may begin. */
        TemplateBreakInput: {
            /** @enum {string} */
            kind: "meal" | "rest";
            minutes: number;
            isPaid: boolean;
            earliestMinute: number;
            latestMinute: number;
        };
        TestMessage: {
            /** @constant */
            channel: "mail";
            /** Format: email */
            address: string;
        } | {
            /** @constant */
            channel: "telegram";
            address: string;
        };
        /** @description A value of a column, through a table of values where given; or a constant. */
        TextField: {
            column?: string;
            constant?: string;
            values?: {
                [key: string]: string;
            };
            /** @description Only what stands before the last of these: `-` makes `SIP/301` of the channel `SIP/301-00000004`. */
            beforeLast?: string;
        };
        Tile: {
            /** @constant */
            kind: "figure";
            width: number;
            /** @enum {string} */
            figure: "serviceLevel" | "waiting" | "longestWait" | "inService" | "offered" | "answered" | "abandoned" | "abandonRate" | "flowedOut" | "asa" | "aht" | "signedIn" | "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
            /**
             * @description Null: the whole centre. Agents' figures are of the whole centre, whatever it says.
             * @default null
             */
            queueId: number | null;
        } | {
            /** @constant */
            kind: "queues";
            width: number;
            /**
             * @description None: every queue that has something to show today.
             * @default []
             */
            queueIds: number[];
        } | {
            /** @constant */
            kind: "agents";
            width: number;
        } | {
            /** @constant */
            kind: "clock";
            width: number;
        } | {
            /** @constant */
            kind: "text";
            width: number;
            text: string;
        };
        TileInput: {
            /** @constant */
            kind: "figure";
            width: number;
            /** @enum {string} */
            figure: "serviceLevel" | "waiting" | "longestWait" | "inService" | "offered" | "answered" | "abandoned" | "abandonRate" | "flowedOut" | "asa" | "aht" | "signedIn" | "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
            /**
             * @description Null: the whole centre. Agents' figures are of the whole centre, whatever it says.
             * @default null
             */
            queueId?: number | null;
        } | {
            /** @constant */
            kind: "queues";
            width: number;
            /**
             * @description None: every queue that has something to show today.
             * @default []
             */
            queueIds?: number[];
        } | {
            /** @constant */
            kind: "agents";
            width: number;
        } | {
            /** @constant */
            kind: "clock";
            width: number;
        } | {
            /** @constant */
            kind: "text";
            width: number;
            text: string;
        };
        /** @description Names met in files that are confirmed in one act. */
        ToConfirm: {
            ids: number[];
        };
        TodayReply: {
            timeZone: string;
            /** Format: date-time */
            asOf: string;
            /** Format: date */
            day: string;
            /** @description The newest fact; null when there is none. */
            lastFactAt: string | null;
            /** @description Null for an agent, who sees only herself. */
            total: {
                offered: number;
                answered: number;
                abandoned: number;
                flowedOut: number;
                serviceLevel: components["schemas"]["Figure"];
                abandonRate: number | null;
                asaSeconds: number | null;
                ahtSeconds: number | null;
                waiting: number;
                longestWaitSeconds: number | null;
                inService: number;
                target: {
                    value: number;
                    withinSeconds: number;
                    state: components["schemas"]["TargetState"];
                } | null;
                withinSeconds: number;
                usual: {
                    days: number;
                    offered: number;
                    answered: number;
                    abandoned: number;
                    serviceLevel: number | null;
                } | null;
            } | null;
            queues: {
                offered: number;
                answered: number;
                abandoned: number;
                flowedOut: number;
                serviceLevel: components["schemas"]["Figure"];
                abandonRate: number | null;
                asaSeconds: number | null;
                ahtSeconds: number | null;
                waiting: number;
                longestWaitSeconds: number | null;
                inService: number;
                target: {
                    value: number;
                    withinSeconds: number;
                    state: components["schemas"]["TargetState"];
                } | null;
                withinSeconds: number;
                usual: {
                    days: number;
                    offered: number;
                    answered: number;
                    abandoned: number;
                    serviceLevel: number | null;
                } | null;
                queueId: number;
                name: string;
                /** @enum {string} */
                channel: "voice" | "chat" | "email" | "messenger" | "callback";
            }[];
            agentsByState: {
                /** @enum {string} */
                state: "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
                agents: number;
            }[];
            /** @description Whom the caller may see, signed in now. */
            agents: {
                agentId: number;
                name: string;
                teamId: number | null;
                /** @enum {string} */
                state: "talking" | "acw" | "ringing" | "available" | "pause" | "training" | "offQueue";
                reason: string | null;
                /** Format: date-time */
                since: string;
                answeredToday: number;
            }[];
            /** @description By which definitions it is told: the centre's own where it has changed them. */
            definitions: {
                id: string;
                reference: string;
                formula: {
                    ru: string;
                    en: string;
                };
                isOwn: boolean;
                validFrom: string | null;
                createdByName: string | null;
                reason: string | null;
            }[];
            /** @description Half-hours of today so far and the usual day, for the curve. `usual` is null without former weeks. */
            curve: {
                slot: string;
                offered: number | null;
                answered: number | null;
                usual: number | null;
            }[];
            findings: components["schemas"]["MeasuresFinding"][];
        };
        Token: {
            tokenId: number;
            name: string;
            role: components["schemas"]["RoleName"];
            only: ("readMeasures" | "exportMeasures" | "readContacts" | "seeCustomers" | "workLostCallers" | "importContacts" | "writeContacts" | "writeNotes" | "saveViews" | "reconcile" | "editDefinitions" | "readWallboards" | "editWallboards" | "readSettings" | "editCenter" | "editTargets" | "readForecast" | "editForecast" | "readStaffing" | "editStaffing" | "readSimulation" | "editSimulation" | "readSchedule" | "readRosters" | "editSchedule" | "publishSchedule" | "editLaborRules" | "readAgreements" | "readPersonalData" | "editAgreements" | "editAbsences" | "editWishes" | "editPeople" | "readMarket" | "editMarket" | "writeResume" | "readAlerts" | "answerAlerts" | "editAlerts" | "readReports" | "editReports" | "manageAccess" | "readAudit" | "managePersonalData" | "administer")[] | null;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
        };
        Told: {
            agentId: number;
            agent: string;
            /** @description Null: not yet. */
            toldOn: string | null;
            how: string;
            madeByName: string | null;
        };
        TracePoint: {
            seconds: number;
            objective: number;
            bound: number | null;
        };
        VacanciesReply: {
            total: number;
            vacancies: components["schemas"]["VacancyCard"][];
            /** @description Where the next page begins; null after the last one. */
            next: string | null;
        };
        VacancyCard: {
            vacancyId: number;
            title: string;
            employer: string | null;
            city: string | null;
            payFrom: number | null;
            payTo: number | null;
            currency: string | null;
            isGross: boolean | null;
            per: string | null;
            /** @enum {string} */
            payKind: "monthly" | "missing" | "perShift" | "perHour" | "perOther" | "foreign" | "impossible";
            /** @description Roubles a month after tax. */
            netPoint: number | null;
            experience: string | null;
            schedule: string | null;
            source: string;
            link: string | null;
            publishedAt: string | null;
            firstSeen: string;
            lastSeen: string;
            /** @description Found in the text: the source lists none. */
            isDerived: boolean;
            /** @description The other source that shows it too. */
            alsoIn: string[];
            skills: string[];
        };
        VerifiedResult: {
            resultId: string;
            statement: components["schemas"]["SignedStatement"];
            signature: string;
            text: {
                ru: string;
                en: string;
            };
        };
        View: {
            viewId: number;
            name: string;
            state: {
                [key: string]: unknown;
            };
            shared: boolean;
            own: boolean;
            createdByName: string;
            /** Format: date-time */
            changedAt: string;
        };
        ViewDraft: {
            name: string;
            /** @description The address state of the page: filters, period, tab. Up to 8 kB of JSON. */
            state: {
                [key: string]: unknown;
            };
            /** @default false */
            shared?: boolean;
        };
        Wallboard: {
            wallboardId: number;
            scheme: components["schemas"]["Scheme"];
            version: number;
            /** Format: date-time */
            changedAt: string;
            changedByName: string;
            link: components["schemas"]["BoardLink"] | null;
        };
        /** @description Where another program takes what it is told, as a signed POST of JSON. */
        WebhookDraft: {
            name: string;
            url: string;
        };
        /** @description A webhook without its secret. */
        WebhookLine: {
            webhookId: number;
            name: string;
            url: string;
            madeByName: string;
            madeAt: string;
        };
        Weekly: {
            [key: string]: [
                string,
                string
            ][];
        };
        Welcome: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
        };
        WhatIf: {
            whatIfId: number;
            name: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description 0 to 1. */
            progress: number;
            problem: string | null;
            draft: components["schemas"]["WhatIfDraft"];
            scenarios: components["schemas"]["WhatIfScenario"][];
            version: number;
            changedByName: string;
            /** Format: date-time */
            changedAt: string;
            base: components["schemas"]["WhatIfBase"] | null;
            /** @description The base, then the scenarios in their order; null until they were run. */
            results: components["schemas"]["WhatIfResult"][] | null;
        };
        /** @description The centre's day as it was found, before anything is changed. */
        WhatIfBase: {
            /** @description Beginnings of the half-hours. */
            intervals: string[];
            agentsDay: string | null;
            /** @description How far such days were taken to go astray; missing in what was modelled before this was known. */
            daySpread?: number;
            /**
             * @description What the agents' presence was taken from: their sessions, their contacts where sessions are not told, or a requirement.
             * @enum {string}
             */
            presence: "sessions" | "contacts" | "requirement";
            /**
             * Format: date
             * @description Days of history that patience, spread of handling times and skills were learnt from.
             */
            learntFrom: string;
            /** Format: date */
            learntTo: string;
            queues: {
                queueId: number;
                offered: number;
                /** @description Agent's time a contact: ring, talk, hold, work after. */
                ahtSeconds: number;
                /** @description The patience that half of the callers do not have; null: nobody was seen to leave. */
                patienceSeconds: number | null;
                withinSeconds: number;
            }[];
            groups: {
                groupId: string;
                queueIds: number[];
                people: number;
                agents: number[];
            }[];
            /** @description Asked for, and without contacts, handling time or agents. */
            leftOut: number[];
            seen: {
                total: {
                    offered: number;
                    leftRate: number | null;
                    serviceLevel: number | null;
                    asaSeconds: number | null;
                };
                occupancy: number | null;
                queues: {
                    offered: number;
                    leftRate: number | null;
                    serviceLevel: number | null;
                    asaSeconds: number | null;
                    queueId: number;
                }[];
                /** @description Service level of all queues by interval. */
                serviceLevels: (number | null)[];
            } | null;
        };
        /** @description What a scenario does differently from the base. A queue or group of null is every one. */
        WhatIfChange: {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "load";
            queueId: number | null;
            factor: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "handling";
            queueId: number | null;
            factor: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "patience";
            queueId: number | null;
            factor: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "agents";
            groupId: string;
            more: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "absence";
            groupId: string | null;
            share: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "crossTrain";
            groupId: string;
            agents: number;
            queueId: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "priority";
            queueIds: number[];
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "routing";
            /** @enum {string} */
            routing: "longestWaiting" | "priority";
            /** @enum {string} */
            agentChoice: "groupOrder" | "longestIdle" | "leastOccupied";
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "overflow";
            queueId: number;
            groupId: string;
            afterSeconds: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "shift";
            groupId: string;
            agents: number;
            fromMinute: number;
            toMinute: number;
            pauses: {
                fromMinute: number;
                toMinute: number;
            }[];
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "lines";
            lines: number | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "busyness";
            spread: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "leaveAtOnce";
            queueId: number | null;
            share: number;
        };
        /** @description What a scenario does differently from the base. A queue or group of null is every one. */
        WhatIfChangeInput: {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "load";
            queueId: number | null;
            factor: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "handling";
            queueId: number | null;
            factor: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "patience";
            queueId: number | null;
            factor: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "agents";
            groupId: string;
            more: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "absence";
            groupId: string | null;
            share: number;
            span: {
                fromMinute: number;
                toMinute: number;
            } | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "crossTrain";
            groupId: string;
            agents: number;
            queueId: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "priority";
            queueIds: number[];
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "routing";
            /** @enum {string} */
            routing: "longestWaiting" | "priority";
            /** @enum {string} */
            agentChoice: "groupOrder" | "longestIdle" | "leastOccupied";
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "overflow";
            queueId: number;
            groupId: string;
            afterSeconds: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "shift";
            groupId: string;
            agents: number;
            fromMinute: number;
            toMinute: number;
            pauses: {
                fromMinute: number;
                toMinute: number;
            }[];
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "lines";
            lines: number | null;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "busyness";
            spread: number;
        } | {
            /**
             * @description So many agents of the group also take this queue.
             * @constant
             */
            kind: "leaveAtOnce";
            queueId: number | null;
            share: number;
        };
        /** @description What is to be tried: whose load, whose agents. */
        WhatIfDraft: {
            name: string;
            /** Format: date */
            day: string;
            /**
             * @description Whose load of that day is taken; null: the contacts that came.
             * @default null
             */
            forecastId: number | null;
            /**
             * @description The day whose agents are taken as they were there. Null: the day itself, or for a forecast the last known day of the same weekday.
             * @default null
             */
            agentsDay: string | null;
            /**
             * @description The agents that a requirement asks for, in place of those of a day.
             * @default null
             */
            requirementId: number | null;
            /**
             * @description Empty: every voice queue that has contacts that day.
             * @default []
             */
            queueIds: number[];
            /**
             * @description How hang-ups count in the service level.
             * @default neutral
             * @enum {string}
             */
            rule: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds: number;
            /**
             * @default longestWaiting
             * @enum {string}
             */
            routing: "longestWaiting" | "priority";
            /**
             * @default groupOrder
             * @enum {string}
             */
            agentChoice: "groupOrder" | "longestIdle" | "leastOccupied";
            /**
             * @description Contacts in the centre at once, waiting or served; null: as many as come.
             * @default null
             */
            lines: number | null;
            /**
             * @description How far such days go astray: the standard deviation of a day's contacts, as a share. 0: only chance from contact to contact. Null: as far as the forecast's own band of the day says; of contacts that came, 0.
             * @default null
             */
            daySpread: number | null;
            /**
             * @description How often the day is run.
             * @default 200
             */
            replications: number;
            /**
             * @description The same seed gives the same days.
             * @default 1
             */
            seed: number;
        };
        /** @description What is to be tried: whose load, whose agents. */
        WhatIfDraftInput: {
            name: string;
            /** Format: date */
            day: string;
            /**
             * @description Whose load of that day is taken; null: the contacts that came.
             * @default null
             */
            forecastId?: number | null;
            /**
             * @description The day whose agents are taken as they were there. Null: the day itself, or for a forecast the last known day of the same weekday.
             * @default null
             */
            agentsDay?: string | null;
            /**
             * @description The agents that a requirement asks for, in place of those of a day.
             * @default null
             */
            requirementId?: number | null;
            /**
             * @description Empty: every voice queue that has contacts that day.
             * @default []
             */
            queueIds?: number[];
            /**
             * @description How hang-ups count in the service level.
             * @default neutral
             * @enum {string}
             */
            rule?: "strict" | "answered" | "neutral" | "positive" | "shortCredit" | "shortExcluded";
            /**
             * @description What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`.
             * @default 5
             */
            shortSeconds?: number;
            /**
             * @default longestWaiting
             * @enum {string}
             */
            routing?: "longestWaiting" | "priority";
            /**
             * @default groupOrder
             * @enum {string}
             */
            agentChoice?: "groupOrder" | "longestIdle" | "leastOccupied";
            /**
             * @description Contacts in the centre at once, waiting or served; null: as many as come.
             * @default null
             */
            lines?: number | null;
            /**
             * @description How far such days go astray: the standard deviation of a day's contacts, as a share. 0: only chance from contact to contact. Null: as far as the forecast's own band of the day says; of contacts that came, 0.
             * @default null
             */
            daySpread?: number | null;
            /**
             * @description How often the day is run.
             * @default 200
             */
            replications?: number;
            /**
             * @description The same seed gives the same days.
             * @default 1
             */
            seed?: number;
        };
        WhatIfEdit: {
            name: string;
            scenarios: components["schemas"]["WhatIfScenarioInput"][];
            version: number;
        };
        WhatIfHead: {
            whatIfId: number;
            name: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description 0 to 1. */
            progress: number;
            problem: string | null;
            draft: components["schemas"]["WhatIfDraft"];
            scenarios: components["schemas"]["WhatIfScenario"][];
            version: number;
            changedByName: string;
            /** Format: date-time */
            changedAt: string;
        };
        /** @description What became of one scenario, the base first. */
        WhatIfResult: {
            total: {
                offered: {
                    mean: number;
                    halfWidth: number | null;
                };
                serviceLevel: {
                    mean: number;
                    halfWidth: number | null;
                };
                leftRate: {
                    mean: number;
                    halfWidth: number | null;
                };
                asaSeconds: {
                    mean: number;
                    halfWidth: number | null;
                };
                occupancy: {
                    mean: number;
                    halfWidth: number | null;
                };
                blockedRate?: {
                    mean: number;
                    halfWidth: number | null;
                };
            };
            agentHours: number;
            perInterval: {
                offered: {
                    mean: number;
                    halfWidth: number | null;
                };
                serviceLevel: {
                    mean: number;
                    halfWidth: number | null;
                };
                leftRate: {
                    mean: number;
                    halfWidth: number | null;
                };
                asaSeconds: {
                    mean: number;
                    halfWidth: number | null;
                };
                occupancy: {
                    mean: number;
                    halfWidth: number | null;
                };
            }[];
            queues: {
                offered: {
                    mean: number;
                    halfWidth: number | null;
                };
                serviceLevel: {
                    mean: number;
                    halfWidth: number | null;
                };
                leftRate: {
                    mean: number;
                    halfWidth: number | null;
                };
                asaSeconds: {
                    mean: number;
                    halfWidth: number | null;
                };
                queueId: number;
                perInterval: {
                    offered: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    serviceLevel: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    leftRate: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    asaSeconds: {
                        mean: number;
                        halfWidth: number | null;
                    };
                }[];
            }[];
            groups: {
                groupId: string;
                queueIds: number[];
                agentHours: number;
                occupancy: {
                    mean: number;
                    halfWidth: number | null;
                };
            }[];
            /** @description Less the base on the same days; null for the base. */
            difference: {
                total: {
                    offered: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    serviceLevel: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    leftRate: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    asaSeconds: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    occupancy: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    blockedRate?: {
                        mean: number;
                        halfWidth: number | null;
                    };
                };
                queues: {
                    offered: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    serviceLevel: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    leftRate: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    asaSeconds: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    queueId: number;
                }[];
            } | null;
            /** @description Less each one before it on the same days, the base first; missing in what was run before this was kept. */
            against?: {
                total: {
                    offered: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    serviceLevel: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    leftRate: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    asaSeconds: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    occupancy: {
                        mean: number;
                        halfWidth: number | null;
                    };
                    blockedRate?: {
                        mean: number;
                        halfWidth: number | null;
                    };
                };
            }[];
        };
        /** @description This share hangs up at once unless somebody is free. */
        WhatIfScenario: {
            name: string;
            changes: components["schemas"]["WhatIfChange"][];
        };
        /** @description This share hangs up at once unless somebody is free. */
        WhatIfScenarioInput: {
            name: string;
            changes: components["schemas"]["WhatIfChangeInput"][];
        };
        WholeReconciliation: {
            reconciliationId: number;
            name: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            createdByName: string;
            /** Format: date-time */
            createdAt: string;
            figures: number;
            /** @description Of them told as Pult tells them, or explained. */
            explained: number;
            report: components["schemas"]["OldReport"];
            reply: components["schemas"]["Explained"];
        };
        /** @description What she would like; unlike an absence it may be refused, and why is told. */
        Wish: {
            wishId: number;
            agentId: number;
            /** @enum {string} */
            kind: "off" | "template" | "startFrom" | "endBy";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            weekdays: number[] | null;
            shiftTemplateId: number | null;
            minute: number | null;
            importance: number;
            note: string;
            madeByName: string;
            /** Format: date-time */
            madeAt: string;
            version: number;
        };
        WishChange: {
            /** @enum {string} */
            kind: "off" | "template" | "startFrom" | "endBy";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            weekdays: number[] | null;
            shiftTemplateId: number | null;
            minute: number | null;
            importance: number;
            note: string;
            version: number;
        };
        WishDraft: {
            agentId: number;
            /** @enum {string} */
            kind: "off" | "template" | "startFrom" | "endBy";
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            weekdays: number[] | null;
            shiftTemplateId: number | null;
            minute: number | null;
            importance: number;
            note: string;
        };
        /** @description How a wish stands on a day that a roster in force holds. */
        WishOutcome: {
            wishId: number;
            /** Format: date */
            day: string;
            isMet: boolean;
        };
        /** @description Why a wish is not met on a day. */
        WishRefusal: {
            wishId: number;
            /** Format: date */
            day: string;
            /** @description Limits that the plain way of granting it would break. */
            forbiddenBy: string[];
            /** @description There is a lawful way to grant it: it would cost the roster more than the wish is worth. */
            hasWay: boolean;
        };
    };
    responses: {
        /** @description Refused: what was wrong and where, as a problem document (RFC 9457). */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests in a minute. */
        SlowDown: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Pult itself broke, or is starting. The log has the details. */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    access_readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_welcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Welcome"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: components["schemas"]["Member"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                        expiresAt: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["RoleName"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens: components["schemas"]["Token"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_createToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Выгрузка в BI",
                 *       "role": "analyst",
                 *       "only": [
                 *         "readMeasures"
                 *       ],
                 *       "days": 90
                 *     }
                 */
                "application/json": {
                    name: string;
                    role: components["schemas"]["RoleName"];
                    only?: ("readMeasures" | "exportMeasures" | "readContacts" | "seeCustomers" | "workLostCallers" | "importContacts" | "writeContacts" | "writeNotes" | "saveViews" | "reconcile" | "editDefinitions" | "readWallboards" | "editWallboards" | "readSettings" | "editCenter" | "editTargets" | "readForecast" | "editForecast" | "readStaffing" | "editStaffing" | "readSimulation" | "editSimulation" | "readSchedule" | "readRosters" | "editSchedule" | "publishSchedule" | "editLaborRules" | "readAgreements" | "readPersonalData" | "editAgreements" | "editAbsences" | "editWishes" | "editPeople" | "readMarket" | "editMarket" | "writeResume" | "readAlerts" | "answerAlerts" | "editAlerts" | "readReports" | "editReports" | "manageAccess" | "readAudit" | "managePersonalData" | "administer")[] | null;
                    days: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                     *       "tokenId": 1
                     *     }
                     */
                    "application/json": {
                        token: string;
                        tokenId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                tokenId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_listAudit: {
        parameters: {
            query?: {
                before?: number;
                only?: "looks";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: components["schemas"]["AuditLine"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_readOwnSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSecurity"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_askReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_makeResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_readSecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_setSecurityPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityPolicyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_checkAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_endMemberSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    access_resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alert_listAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["AlertRule"][];
                        ready: {
                            name: components["schemas"]["Bilingual"];
                            draft: components["schemas"]["AlertRuleDraft"];
                        }[];
                        watchables: {
                            /** @enum {string} */
                            kind: "measure" | "live";
                            id: string;
                            name: components["schemas"]["Bilingual"];
                            /** @enum {string} */
                            unit: "contacts" | "fraction" | "seconds" | "times" | "agents" | "minutes";
                            /** @enum {string} */
                            better: "high" | "low" | "neither";
                            centerOnly: boolean;
                            hasTarget: boolean;
                        }[];
                        queues: {
                            queueId: number;
                            name: string;
                        }[];
                        people: {
                            userId: string;
                            name: string;
                            /** @enum {string} */
                            role: "administrator" | "head" | "planner" | "supervisor" | "analyst" | "hr" | "agent";
                        }[];
                        webhooks: {
                            webhookId: number;
                            name: string;
                        }[];
                        ways: {
                            mail: boolean;
                            telegram: boolean;
                        };
                        lookedAt: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alert_createAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertRuleDraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alertRuleId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alert_previewAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertRuleDraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPreview"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alert_changeAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                alertRuleId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertRuleChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alert_deleteAlertRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                alertRuleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_listAlerts: {
        parameters: {
            query?: {
                state?: "all" | "open" | "cleared";
                severity?: "watch" | "serious" | "critical";
                alertRuleId?: number;
                queueId?: number;
                from?: string;
                to?: string;
                search?: string;
                before?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alerts: {
                            alertId: number;
                            alertRuleId: number | null;
                            ruleName: string;
                            /** @enum {string} */
                            severity: "watch" | "serious" | "critical";
                            subject: string;
                            words: components["schemas"]["Bilingual"];
                            value: number | null;
                            worst: number | null;
                            definition: string | null;
                            raisedAt: string;
                            clearedAt: string | null;
                            clearedBecause: ("good" | "unknown" | "closed" | "gone" | "rule") | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            answer: string | null;
                        }[];
                        next: number | null;
                        rules: {
                            alertRuleId: number;
                            name: string;
                        }[];
                        queues: {
                            queueId: number;
                            name: string;
                        }[];
                        hasRules: boolean;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_exportAlerts: {
        parameters: {
            query?: {
                state?: "all" | "open" | "cleared";
                severity?: "watch" | "serious" | "critical";
                alertRuleId?: number;
                queueId?: number;
                from?: string;
                to?: string;
                search?: string;
                format?: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_readBell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: number;
                        unread: number;
                        isCritical: boolean;
                        latest: {
                            alertId: number;
                            alertRuleId: number | null;
                            ruleName: string;
                            /** @enum {string} */
                            severity: "watch" | "serious" | "critical";
                            subject: string;
                            words: components["schemas"]["Bilingual"];
                            value: number | null;
                            worst: number | null;
                            definition: string | null;
                            raisedAt: string;
                            clearedAt: string | null;
                            clearedBecause: ("good" | "unknown" | "closed" | "gone" | "rule") | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            answer: string | null;
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_seeBell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alertId: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_readOwnQuiet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quiet: components["schemas"]["QuietHours"] | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_setOwnQuiet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quiet: components["schemas"]["QuietHoursInput"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_readAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                alertId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertStory"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    alerts_answerAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                alertId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default  */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_findResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_listResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: components["schemas"]["VerifiedResult"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_signResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultToSign"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedResult"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_deleteResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resultId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_checkStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementToCheck"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_resumePages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pages: number;
                        missingLetters: string[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_resumeFile: {
        parameters: {
            query: {
                format: "docx" | "pdf" | "md";
            };
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_readResumeFile: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resume: unknown;
                        leftOver: string[];
                        warnings: {
                            /** @enum {string} */
                            code: "noSections" | "jobsWithoutPeriods" | "pagesWithoutText";
                            readonly pages?: number[];
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_renderResume: {
        parameters: {
            query: {
                format: "docx" | "pdf" | "md";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeShapeInput"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_letterFile: {
        parameters: {
            query: {
                format: "docx" | "pdf" | "md";
            };
            header?: never;
            path: {
                centerId: number;
                letterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_listResumes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resumes: components["schemas"]["ResumeSummary"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_createResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeDraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resumeId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_readResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resumeId: number;
                        draft: components["schemas"]["ResumeDraft"];
                        version: number;
                        changedAt: string;
                        letters: components["schemas"]["Letter"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_changeResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_deleteResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_createLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                resumeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        letterId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_changeLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                letterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_deleteLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                letterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_marketSkills: {
        parameters: {
            query?: {
                specialisationId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillsOfMarket"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_exportAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    career_deleteAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_createCenter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCenter"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        centerId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_readCenter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Center"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_changeCenter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CenterChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queues": [
                     *         {
                     *           "queueId": 1,
                     *           "name": "Заказы",
                     *           "channel": "chat",
                     *           "status": "toConfirm",
                     *           "openingHoursId": null,
                     *           "version": 1,
                     *           "names": [
                     *             "Заказы"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        queues: components["schemas"]["Queue"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_createQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    channel: components["schemas"]["ChannelName"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queueId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_changeQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                queueId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_confirmQueues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToConfirm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_mergeQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                queueId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    into: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_listOpeningHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openingHours: components["schemas"]["OpeningHours"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_createOpeningHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    weekly: components["schemas"]["Weekly"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openingHoursId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_changeOpeningHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                openingHoursId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    weekly: components["schemas"]["Weekly"];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_listDays: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: components["schemas"]["CalendarDay"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_setDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDay"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_clearDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_listTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        targets: components["schemas"]["Target"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    center_setTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTarget"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        targetId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_listConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connectors: {
                            connectorId: number;
                            /** @enum {string} */
                            kind: "queueLog" | "follow" | "stream" | "webhook" | "ami" | "freeSwitch" | "folder" | "sftp";
                            name: string;
                            source: string;
                            isOn: boolean;
                            silentMinutes: number;
                            version: number;
                            settings: components["schemas"]["ConnectorSettings"];
                            hasSecret: boolean;
                            /** @enum {string} */
                            state: "waiting" | "working" | "silent" | "down" | "off";
                            /** Format: date-time */
                            since: string;
                            problem: {
                                code: string;
                                words: string;
                                said: components["schemas"]["Bilingual"];
                                /** Format: date-time */
                                at: string;
                            } | null;
                            lastEventAt: string | null;
                            lastHeardAt: string | null;
                            lagMs: number | null;
                            lookedAt: string | null;
                            lastFile: string | null;
                            eventsLastHour: number;
                            events: number;
                            rejected: number;
                            reconnects: number;
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_createConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "draft": {
                 *         "kind": "webhook",
                 *         "name": "CRM",
                 *         "source": "CRM",
                 *         "isOn": true,
                 *         "silentMinutes": 60,
                 *         "settings": {}
                 *       }
                 *     }
                 */
                "application/json": {
                    draft: components["schemas"]["ConnectorDraft"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectorId": 1,
                     *       "secret": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                     *     }
                     */
                    "application/json": {
                        connectorId: number;
                        secret: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_readHealth: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            /** Format: date */
                            date: string;
                            openMs: number;
                            downMs: number;
                            events: number;
                        }[];
                        outages: {
                            /** Format: date-time */
                            startedAt: string;
                            endedAt: string | null;
                            /** @enum {string} */
                            reason: "down" | "silent" | "off" | "lost";
                            words: string;
                            said: components["schemas"]["Bilingual"];
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_changeConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    draft: components["schemas"]["ConnectorDraft"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_deleteConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_testConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draft: components["schemas"]["ConnectorDraft"];
                    connectorId?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        code: string;
                        words: string;
                        said: components["schemas"]["Bilingual"];
                        hostKey: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_lookNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_newSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_readPosition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["LogPosition"] | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_sendLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogLines"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: boolean;
                        position: components["schemas"]["LogPosition"] | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_stream: {
        parameters: {
            query: {
                source: string;
                onConflict?: "reject" | "replace";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    connectors_webhook: {
        parameters: {
            query?: never;
            header: {
                "Pult-Timestamp": string;
            };
            path: {
                /** @example 1 */
                centerId: number;
                /** @example 1 */
                connectorId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "contacts": [
                 *         {
                 *           "sourceKey": "crm-1",
                 *           "channel": "email",
                 *           "queue": "Письма",
                 *           "offeredAt": "2026-11-02T10:00:00Z",
                 *           "outcome": "answered",
                 *           "waitMs": 600000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    source?: string;
                    /**
                     * @default reject
                     * @enum {string}
                     */
                    onConflict?: "reject" | "replace";
                    /** @default [] */
                    contacts?: components["schemas"]["ContactInput"][];
                    /** @default [] */
                    states?: components["schemas"]["StateInput"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "completed": 0,
                     *       "corrected": 0,
                     *       "rejected": []
                     *     }
                     */
                    "application/json": components["schemas"]["BatchReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_sendBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "Чат",
                 *       "contacts": [
                 *         {
                 *           "sourceKey": "chat-4711",
                 *           "channel": "chat",
                 *           "queue": "Заказы",
                 *           "agent": "Анна",
                 *           "customer": "+79000000001",
                 *           "offeredAt": "2026-11-02T09:00:00+03:00",
                 *           "outcome": "answered",
                 *           "waitMs": 8000,
                 *           "talkMs": 240000,
                 *           "acwMs": 20000
                 *         },
                 *         {
                 *           "sourceKey": "chat-4712",
                 *           "channel": "chat",
                 *           "queue": "Заказы",
                 *           "offeredAt": "2026-11-02T09:01:00+03:00",
                 *           "outcome": "abandoned",
                 *           "waitMs": 31000
                 *         }
                 *       ],
                 *       "states": [
                 *         {
                 *           "sourceKey": "anna-1",
                 *           "agent": "Анна",
                 *           "state": "session",
                 *           "startedAt": "2026-11-02T08:55:00+03:00",
                 *           "endedAt": "2026-11-02T18:00:00+03:00"
                 *         },
                 *         {
                 *           "sourceKey": "anna-2",
                 *           "agent": "Анна",
                 *           "state": "pause",
                 *           "reason": "Обед",
                 *           "startedAt": "2026-11-02T13:00:00+03:00",
                 *           "endedAt": "2026-11-02T13:45:00+03:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BatchContent"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 4,
                     *       "duplicates": 0,
                     *       "completed": 0,
                     *       "corrected": 0,
                     *       "rejected": []
                     *     }
                     */
                    "application/json": components["schemas"]["BatchReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_searchContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactSearch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_exportContacts: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactExport"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_readStory: {
        parameters: {
            query: {
                ref: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_listLostCallers: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        callers: components["schemas"]["LostCaller"][];
                        total: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_changeLostCaller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LostChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    contacts_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    definitions_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        definitions: components["schemas"]["ChangeableDefinition"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    definitions_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDefinition"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    definitions_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                measureId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    demo_readDemo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_listForecasts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "forecasts": [
                     *         {
                     *           "forecastId": 1,
                     *           "name": "Ноябрь",
                     *           "status": "waiting",
                     *           "intervalMinutes": 30,
                     *           "intervalDays": 91,
                     *           "firstDay": "2026-11-30",
                     *           "lastDay": "2026-12-06",
                     *           "knownUntil": null,
                     *           "progress": 0,
                     *           "problem": null,
                     *           "createdByName": "pult",
                     *           "createdAt": "2026-11-29T14:33:24.629Z",
                     *           "publishedAt": null,
                     *           "publishedByName": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        forecasts: components["schemas"]["Forecast"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_createForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ноябрь",
                 *       "firstDay": "2026-11-30",
                 *       "lastDay": "2026-12-06"
                 *     }
                 */
                "application/json": components["schemas"]["ForecastDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "forecastId": 1
                     *     }
                     */
                    "application/json": {
                        forecastId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        forecast: components["schemas"]["Forecast"];
                        days: components["schemas"]["ForecastDay"][];
                        weeks: components["schemas"]["ForecastWeek"][];
                        together: components["schemas"]["ForecastTogether"];
                        queues: components["schemas"]["ForecastQueue"][];
                        layers: components["schemas"]["LaidLayer"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_deleteForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readForecastIntervals: {
        parameters: {
            query?: {
                queueId?: number;
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        intervals: components["schemas"]["ForecastInterval"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readForecastAccuracy: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        firstDay: string | null;
                        lastDay: string | null;
                        accuracy: components["schemas"]["ForecastAccuracy"][];
                        hours: components["schemas"]["HourAccuracy"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_exportForecastAccuracy: {
        parameters: {
            query: {
                days?: number;
                format: "xlsx" | "csv";
                language?: "ru" | "en";
                table?: "days" | "hours" | "methods";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readMethodAccuracy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        methods: components["schemas"]["MethodAccuracy"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_exportForecast: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
                grain?: "interval" | "day" | "week";
            };
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_cancelForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_publishForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                forecastId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_listLayers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        layers: components["schemas"]["ForecastLayer"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_createLayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LayerDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        layerId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_undoLayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                layerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readEventSize: {
        parameters: {
            query: {
                firstDay: string;
                lastDay: string;
                queueId?: number;
                fromMinute?: number;
                toMinute?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        size: components["schemas"]["EventSize"] | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_readLayerAccuracy: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accuracy: components["schemas"]["LayerAccuracy"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_listLeftOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leftOut: components["schemas"]["LeftOut"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_createLeftOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeftOutDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leftOutId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    forecast_deleteLeftOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                leftOutId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadId": "f94b88ee-c144-4d82-a0c0-e7ffd7312fd2",
                     *       "bytes": 9443
                     *     }
                     */
                    "application/json": {
                        uploadId: string;
                        bytes: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uploadId": "f94b88ee-c144-4d82-a0c0-e7ffd7312fd2"
                 *     }
                 */
                "application/json": {
                    uploadId: string;
                    kind?: components["schemas"]["ImportKind"];
                    mapping?: components["schemas"]["MappingInput"];
                    sheet?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "queueLog",
                     *       "encoding": "utf8",
                     *       "sheets": [],
                     *       "columns": [],
                     *       "rows": [
                     *         [
                     *           "1793826003",
                     *           "NONE"
                     *         ],
                     *         [
                     *           "1793826003",
                     *           "NONE"
                     *         ]
                     *       ],
                     *       "mapping": null,
                     *       "reasons": [],
                     *       "contacts": [
                     *         {
                     *           "offeredAt": "2026-11-04T21:04:35.000Z",
                     *           "queue": "support",
                     *           "agent": "Agent/211",
                     *           "channel": "voice",
                     *           "direction": "inbound",
                     *           "outcome": "answered",
                     *           "flowReason": null,
                     *           "waitSeconds": 1,
                     *           "talkSeconds": 88,
                     *           "flags": []
                     *         },
                     *         {
                     *           "offeredAt": "2026-11-04T21:10:17.000Z",
                     *           "queue": "support",
                     *           "agent": "Agent/205",
                     *           "channel": "voice",
                     *           "direction": "inbound",
                     *           "outcome": "answered",
                     *           "flowReason": null,
                     *           "waitSeconds": 3,
                     *           "talkSeconds": 187,
                     *           "flags": []
                     *         }
                     *       ],
                     *       "findings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Preview"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_listImports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["Import"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uploadId": "f94b88ee-c144-4d82-a0c0-e7ffd7312fd2",
                 *       "fileName": "queue_log",
                 *       "kind": "queueLog",
                 *       "sourceName": "АТС"
                 *     }
                 */
                "application/json": components["schemas"]["StartImport"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": 2
                     *     }
                     */
                    "application/json": {
                        importId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
                /** @example 2 */
                importId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": 2,
                     *       "kind": "queueLog",
                     *       "sourceName": "АТС",
                     *       "fileName": "queue_log",
                     *       "fileBytes": 9443,
                     *       "status": "done",
                     *       "dryRun": false,
                     *       "progress": 1,
                     *       "rowsRead": 150,
                     *       "report": {
                     *         "to": "2026-11-05T00:30:46.000Z",
                     *         "from": "2026-11-04T21:00:03.000Z",
                     *         "gaps": [],
                     *         "read": 150,
                     *         "states": 15,
                     *         "byEvent": {
                     *           "PAUSE": 11,
                     *           "ABANDON": 1,
                     *           "CONNECT": 40,
                     *           "UNPAUSE": 10,
                     *           "AGENTLOGIN": 4,
                     *           "ENTERQUEUE": 42,
                     *           "QUEUESTART": 1,
                     *           "CONFIGRELOAD": 1,
                     *           "RINGNOANSWER": 2,
                     *           "COMPLETEAGENT": 7,
                     *           "COMPLETECALLER": 31
                     *         },
                     *         "byQueue": {
                     *           "support": {
                     *             "offered": 42,
                     *             "answered": 38,
                     *             "abandoned": 1,
                     *             "flowedOut": 0
                     *           }
                     *         },
                     *         "created": {
                     *           "agents": 4,
                     *           "queues": [
                     *             "support"
                     *           ],
                     *           "pauseReasons": [
                     *             "Личное",
                     *             "Обед"
                     *           ]
                     *         },
                     *         "flagged": {},
                     *         "leftOut": 2,
                     *         "accepted": 57,
                     *         "contacts": 42,
                     *         "encoding": "utf8",
                     *         "rejected": {},
                     *         "repaired": {},
                     *         "timeZone": "Europe/Moscow",
                     *         "completed": 0,
                     *         "conflicts": 0,
                     *         "corrected": 0,
                     *         "duplicates": 0
                     *       },
                     *       "problem": null,
                     *       "createdByName": "pult",
                     *       "createdAt": "2026-11-29T14:33:19.411Z",
                     *       "finishedAt": "2026-11-29T14:33:24.520Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_listFindings: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                centerId: number;
                importId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: components["schemas"]["ContactsFinding"][];
                        next: number | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                importId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                importId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["Template"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_saveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    mapping: components["schemas"]["MappingInput"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templateId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    imports_deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                templateId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    installation_readSlowQueries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        since: string;
                        limitMs: number;
                        queries: {
                            form: string;
                            count: number;
                            totalMs: number;
                            worstMs: number;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    installation_readBackups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backups: {
                            /** Format: date-time */
                            madeAt: string;
                            seconds: number;
                            bytes: number;
                            rows: number;
                            tables: number;
                        }[];
                        maxAgeDays: number | null;
                        isOverdue: boolean;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    installation_setBackupAge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    maxAgeDays: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    installation_readOtherSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provider: {
                            issuer: string;
                            name: string;
                            client: string;
                        } | null;
                        redirect: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    installation_checkOtherSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        problems: {
                            /** @enum {string} */
                            code: "unreachable" | "slow" | "status" | "notJson" | "otherIssuer" | "noEndpoints" | "badAddress" | "noCode" | "noPkce" | "noSecretPost" | "noEmail" | "noKeys" | "plainHttp";
                            isFatal: boolean;
                            values: {
                                [key: string]: string | number;
                            };
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    intraday_readIntraday: {
        parameters: {
            query?: {
                day?: string;
                at?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intraday"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    intraday_exportIntraday: {
        parameters: {
            query: {
                day?: string;
                at?: string;
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_createSpecialisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Руководитель КЦ",
                 *       "titles": [
                 *         "руководитель контактного центра"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SpecialisationDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "specialisationId": 1
                     *     }
                     */
                    "application/json": {
                        specialisationId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_changeSpecialisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default position
                     * @enum {string}
                     */
                    kind?: "position" | "level" | "profession" | "technology";
                    titles: string[];
                    /** @default [] */
                    excluded?: string[];
                    /** @default null */
                    areaId?: string | null;
                    /** @default true */
                    isWeekly?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_deleteSpecialisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readSkills: {
        parameters: {
            query?: {
                snapshotId?: number;
                scope?: "active" | "seen";
                search?: string;
                sort?: "share" | "name" | "trend";
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
                /** @example 1 */
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshot": {
                     *         "snapshotId": 1,
                     *         "takenOn": "2026-11-29",
                     *         "status": "done",
                     *         "progress": 1,
                     *         "cause": "file",
                     *         "fileName": "hh.json",
                     *         "problem": null,
                     *         "counts": [
                     *           {
                     *             "gone": 0,
                     *             "read": 8,
                     *             "found": 8,
                     *             "fresh": 8,
                     *             "source": "file",
                     *             "problem": null,
                     *             "retries": 0,
                     *             "requests": 0,
                     *             "otherTitle": 0,
                     *             "unreadable": 0,
                     *             "otherRegion": 0,
                     *             "skillsTooLong": 0
                     *           }
                     *         ],
                     *         "vacancies": 8,
                     *         "named": 8,
                     *         "derived": 0,
                     *         "madeByName": "pult",
                     *         "finishedAt": "2026-11-29T14:33:25Z"
                     *       },
                     *       "scope": "active",
                     *       "vacancies": 8,
                     *       "named": 8,
                     *       "derived": 0,
                     *       "total": 2,
                     *       "days": [
                     *         "2026-11-29"
                     *       ],
                     *       "skills": [
                     *         {
                     *           "skillId": 2,
                     *           "name": "обучение персонала",
                     *           "names": 1,
                     *           "naming": 8,
                     *           "share": 1,
                     *           "low": 0.6755924351161169,
                     *           "high": 1,
                     *           "series": [
                     *             1
                     *           ],
                     *           "perMonth": null,
                     *           "pValue": null
                     *         },
                     *         {
                     *           "skillId": 1,
                     *           "name": "wfm",
                     *           "names": 1,
                     *           "naming": 8,
                     *           "share": 1,
                     *           "low": 0.6755924351161169,
                     *           "high": 1,
                     *           "series": [
                     *             1
                     *           ],
                     *           "perMonth": null,
                     *           "pValue": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SkillsReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_exportSkills: {
        parameters: {
            query?: {
                snapshotId?: number;
                scope?: "active" | "seen";
                search?: string;
                sort?: "share" | "name" | "trend";
                limit?: number;
                format?: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readPay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readVacancies: {
        parameters: {
            query?: {
                search?: string;
                skill?: string;
                after?: string;
            };
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VacanciesReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_compareProfessions: {
        parameters: {
            query?: {
                ids?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompareReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_findAreas: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        areas: components["schemas"]["Area"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_listPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posts: components["schemas"]["Post"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_createPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_changePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                postId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                postId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        snapshots: components["schemas"]["SnapshotSummary"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        snapshotId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_cancelSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                snapshotId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_deleteSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                snapshotId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_importVacancies: {
        parameters: {
            query?: {
                /** @example hh.json */
                name?: string;
                day?: string;
                files?: "apart" | "together";
            };
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
                /** @example 1 */
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshotId": 1,
                     *       "rows": 8,
                     *       "read": 8,
                     *       "otherTitle": 0,
                     *       "otherRegion": 0,
                     *       "problems": [],
                     *       "moreProblems": 0
                     *     }
                     */
                    "application/json": components["schemas"]["FileOutcome"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_setHhAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HhAccess"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceState"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_forgetHhSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_setTrudvsem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceState"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readSynonyms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        suggestions: components["schemas"]["Suggestion"][];
                        groups: components["schemas"]["SynonymGroup"][];
                        refused: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_groupSkills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skillIds: number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_refuseSynonyms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skillIds: number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_forgetRefused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_ungroupSkills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                skillId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_readDigest: {
        parameters: {
            query?: {
                since?: string;
                snapshotId?: number;
            };
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketDigest"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_exportDigest: {
        parameters: {
            query?: {
                since?: string;
                snapshotId?: number;
                format?: "xlsx" | "md" | "html";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
                specialisationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_listDigests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: components["schemas"]["DigestPlan"][];
                        people: {
                            userId: string;
                            name: string;
                            email: string;
                        }[];
                        ways: {
                            mail: boolean;
                            telegram: boolean;
                        };
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_createDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigestPlanDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digestId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_changeDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                digestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigestPlanDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_deleteDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                digestId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    market_sendDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                digestId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_listDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionsReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_queryMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-02",
                 *       "to": "2026-11-03",
                 *       "measures": [
                 *         "offered",
                 *         "serviceLevelNeutral"
                 *       ],
                 *       "splitBy": [
                 *         "queue"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MeasureQuery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Europe/Moscow",
                     *       "period": {
                     *         "from": "2026-11-01T21:00:00.000Z",
                     *         "to": "2026-11-02T21:00:00.000Z"
                     *       },
                     *       "comparisonPeriod": null,
                     *       "asOf": "2026-11-29T14:33:16.459Z",
                     *       "hoursDue": 0,
                     *       "definitionsAsOf": "2026-11-29T14:33:16.459Z",
                     *       "measures": [
                     *         {
                     *           "reference": "offered@1",
                     *           "id": "offered",
                     *           "version": 1,
                     *           "name": {
                     *             "ru": "Поступило в очередь",
                     *             "en": "Offered"
                     *           },
                     *           "short": null,
                     *           "formula": {
                     *             "ru": "обращения, вошедшие в очередь к операторам",
                     *             "en": "contacts that entered a queue for an agent"
                     *           },
                     *           "beware": {
                     *             "ru": "Обращение, перешедшее в другую очередь, считается в каждой из них.",
                     *             "en": "A contact that moved to another queue counts in each of them."
                     *           },
                     *           "unit": "contacts",
                     *           "kind": "count",
                     *           "better": "neither",
                     *           "withinSeconds": null,
                     *           "targetChanges": [],
                     *           "notByAgent": true,
                     *           "notByQueue": false,
                     *           "parts": [
                     *             "numerator"
                     *           ],
                     *           "versions": []
                     *         },
                     *         {
                     *           "reference": "serviceLevelNeutral@1",
                     *           "id": "serviceLevelNeutral",
                     *           "version": 1,
                     *           "name": {
                     *             "ru": "Уровень обслуживания (нейтральный)",
                     *             "en": "Service level (neutral)"
                     *           },
                     *           "short": {
                     *             "ru": "SL",
                     *             "en": "SL"
                     *           },
                     *           "formula": {
                     *             "ru": "отвеченные в пороге ÷ (отвеченные + потерянные + ушедшие − потерянные и ушедшие в пределах порога)",
                     *             "en": "answered within the threshold ÷ (answered + abandoned + flowed out − abandoned and flowed out within the threshold)"
                     *           },
                     *           "beware": {
                     *             "ru": "Ушедшие из очереди после порога — промах; до порога не считаются.",
                     *             "en": "Flow-outs after the threshold are a miss; before it they are left out."
                     *           },
                     *           "unit": "fraction",
                     *           "kind": "share",
                     *           "better": "high",
                     *           "withinSeconds": 20,
                     *           "targetChanges": [],
                     *           "notByAgent": true,
                     *           "notByQueue": false,
                     *           "parts": [
                     *             "rest",
                     *             "numerator"
                     *           ],
                     *           "versions": []
                     *         }
                     *       ],
                     *       "splitBy": [
                     *         "queue"
                     *       ],
                     *       "rows": [
                     *         {
                     *           "keys": [
                     *             {
                     *               "split": "queue",
                     *               "key": 1,
                     *               "label": "Заказы"
                     *             }
                     *           ],
                     *           "figures": [
                     *             {
                     *               "value": 2,
                     *               "numerator": 2,
                     *               "denominator": 1,
                     *               "approximate": false,
                     *               "low": 0.24220927854396504,
                     *               "high": 7.224687667723958,
                     *               "comparison": null,
                     *               "target": null,
                     *               "control": null
                     *             },
                     *             {
                     *               "value": 0.5,
                     *               "numerator": 1,
                     *               "denominator": 2,
                     *               "approximate": false,
                     *               "low": 0.09453120573422974,
                     *               "high": 0.9054687942657702,
                     *               "comparison": null,
                     *               "target": {
                     *                 "value": 0.8,
                     *                 "withinSeconds": 20,
                     *                 "state": "unknown"
                     *               },
                     *               "control": null
                     *             }
                     *           ],
                     *           "drill": {
                     *             "from": "2026-11-01T21:00:00.000Z",
                     *             "to": "2026-11-02T21:00:00.000Z",
                     *             "queueIds": [
                     *               1
                     *             ]
                     *           },
                     *           "gap": false
                     *         }
                     *       ],
                     *       "total": {
                     *         "keys": [],
                     *         "figures": [
                     *           {
                     *             "value": 2,
                     *             "numerator": 2,
                     *             "denominator": 1,
                     *             "approximate": false,
                     *             "low": 0.24220927854396504,
                     *             "high": 7.224687667723958,
                     *             "comparison": null,
                     *             "target": null,
                     *             "control": null
                     *           },
                     *           {
                     *             "value": 0.5,
                     *             "numerator": 1,
                     *             "denominator": 2,
                     *             "approximate": false,
                     *             "low": 0.09453120573422974,
                     *             "high": 0.9054687942657702,
                     *             "comparison": null,
                     *             "target": {
                     *               "value": 0.8,
                     *               "withinSeconds": 20,
                     *               "state": "unknown"
                     *             },
                     *             "control": null
                     *           }
                     *         ],
                     *         "drill": {
                     *           "from": "2026-11-01T21:00:00.000Z",
                     *           "to": "2026-11-02T21:00:00.000Z"
                     *         },
                     *         "gap": false
                     *       },
                     *       "gaps": [],
                     *       "truncated": false
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_exportMeasures: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureQuery"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_serviceLevelCurve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CurveQuery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurveReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_exportCurve: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CurveQuery"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_listNotes: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                queueId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notes: components["schemas"]["Note"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_createNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_changeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                noteId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_deleteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                noteId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_recomputeMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecomputeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecomputeReport"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_readToday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Europe/Moscow",
                     *       "asOf": "2026-11-29T14:33:17.151Z",
                     *       "day": "2026-11-29",
                     *       "lastFactAt": "2026-11-02T15:00:00.000Z",
                     *       "total": {
                     *         "offered": 0,
                     *         "answered": 0,
                     *         "abandoned": 0,
                     *         "flowedOut": 0,
                     *         "serviceLevel": {
                     *           "value": null,
                     *           "numerator": 0,
                     *           "denominator": 0,
                     *           "approximate": false
                     *         },
                     *         "abandonRate": null,
                     *         "asaSeconds": null,
                     *         "ahtSeconds": null,
                     *         "waiting": 0,
                     *         "longestWaitSeconds": null,
                     *         "inService": 0,
                     *         "target": {
                     *           "value": 0.8,
                     *           "withinSeconds": 20,
                     *           "state": "unknown"
                     *         },
                     *         "withinSeconds": 20,
                     *         "usual": null
                     *       },
                     *       "queues": [],
                     *       "agentsByState": [
                     *         {
                     *           "state": "talking",
                     *           "agents": 0
                     *         },
                     *         {
                     *           "state": "acw",
                     *           "agents": 0
                     *         }
                     *       ],
                     *       "agents": [],
                     *       "definitions": [
                     *         {
                     *           "id": "serviceLevel",
                     *           "reference": "serviceLevel@1",
                     *           "formula": {
                     *             "ru": "отвеченные в пороге ÷ (отвеченные + потерянные + ушедшие − потерянные и ушедшие в пределах порога)",
                     *             "en": "answered within the threshold ÷ (answered + abandoned + flowed out − abandoned and flowed out within the threshold)"
                     *           },
                     *           "isOwn": false,
                     *           "validFrom": null,
                     *           "createdByName": null,
                     *           "reason": null
                     *         },
                     *         {
                     *           "id": "abandonRate",
                     *           "reference": "abandonRate@1",
                     *           "formula": {
                     *             "ru": "потерянные ÷ (отвеченные + потерянные + ушедшие)",
                     *             "en": "abandoned ÷ (answered + abandoned + flowed out)"
                     *           },
                     *           "isOwn": false,
                     *           "validFrom": null,
                     *           "createdByName": null,
                     *           "reason": null
                     *         }
                     *       ],
                     *       "curve": [
                     *         {
                     *           "slot": "00:00",
                     *           "offered": 0,
                     *           "answered": 0,
                     *           "usual": null
                     *         },
                     *         {
                     *           "slot": "00:30",
                     *           "offered": 0,
                     *           "answered": 0,
                     *           "usual": null
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "severity": "critical",
                     *           "code": "noData",
                     *           "queueId": null,
                     *           "values": {
                     *             "minutes": 38853
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TodayReply"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_followToday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_listViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        views: components["schemas"]["View"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_createView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_readView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                viewId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                viewId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    measures_deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                viewId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_readMessageSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSettings"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_setMailServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailServerDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSettings"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_forgetMailServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_setTelegramBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSettings"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_forgetTelegramBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_sendTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        webhooks: components["schemas"]["WebhookLine"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Дежурные",
                 *       "url": "https://hooks.example.com/pult"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": 1,
                     *       "secret": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                     *     }
                     */
                    "application/json": {
                        webhookId: number;
                        secret: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                webhookId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                webhookId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_listDeliveries: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                        next: number | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    messages_sendAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                messageId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        teams: components["schemas"]["Team"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        teamId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                teamId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    supervisorIds: string[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agents": [
                     *         {
                     *           "agentId": 1,
                     *           "name": "Анна",
                     *           "teamId": null,
                     *           "status": "toConfirm",
                     *           "hiredOn": null,
                     *           "leftOn": null,
                     *           "version": 1,
                     *           "skillIds": [],
                     *           "names": [
                     *             "Анна"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        agents: components["schemas"]["Agent"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    teamId: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agentId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                agentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_confirmAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToConfirm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_mergeAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                agentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    into: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listSkills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        skills: components["schemas"]["Skill"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        skillId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                skillId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeSkill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                skillId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    queueIds?: number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listPauseReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pauseReasons: components["schemas"]["PauseReason"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_confirmPauseReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToConfirm"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changePauseReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                pauseReasonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseReasonChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreements: components["schemas"]["Agreement"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreementId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                agreementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                agreementId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listPersonalFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["PersonalFacts"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_setPersonalFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                agentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalFactsChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listAgreementTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["AgreementTemplate"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createAgreementTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementTemplateDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templateId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteAgreementTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                templateId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeAgreementTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                templateId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementTemplateChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_applyAgreementTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                templateId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agentIds: number[];
                    /** Format: date */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedTemplate"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listAbsences: {
        parameters: {
            query?: {
                agentId?: number;
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        absences: components["schemas"]["Absence"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        absenceId: number;
                        merged: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                absenceId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                absenceId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listAvailability: {
        parameters: {
            query?: {
                agentId?: number;
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        availability: components["schemas"]["Availability"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        availabilityId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                availabilityId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                availabilityId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_listWishes: {
        parameters: {
            query?: {
                agentId?: number;
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wishes: components["schemas"]["Wish"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_createWish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wishId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_deleteWish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wishId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    people_changeWish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wishId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonAsked"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_exportPerson: {
        parameters: {
            query: {
                format: "json" | "xlsx" | "csv";
                language: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonAsked"];
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notices: components["schemas"]["Notice"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_createNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        noticeId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listTold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                noticeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        told: components["schemas"]["Told"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_tell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                noticeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Telling"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: components["schemas"]["Consent"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_createConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consentId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_withdrawConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                consentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    withdrawnOn: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["PersonalRequest"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_createRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: number;
                        /** Format: date */
                        dueOn: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_changeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                requestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listHolds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holds: components["schemas"]["Hold"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_createHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holdId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_liftHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                holdId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_listRemovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removals: components["schemas"]["Removal"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_exportRemovals: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_readRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        periods: components["schemas"]["RetentionPeriod"][];
                        held: string | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_setRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_previewRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "contacts" | "lostCallers" | "imports" | "messages" | "alerts" | "notes" | "formerAgents" | "resumes" | "market" | "requests";
                    days: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPreview"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    privacy_runRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reconciliations_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OldReportInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explained"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reconciliations_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reconciliations: components["schemas"]["Reconciliation"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reconciliations_keep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeReconciliation"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reconciliations_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reconciliationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeReconciliation"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reconciliations_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reconciliationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_listReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: {
                            name: string;
                            /**
                             * @default management
                             * @enum {string}
                             */
                            content: "management" | "view";
                            /** @default null */
                            viewId: number | null;
                            /**
                             * @default weekly
                             * @enum {string}
                             */
                            rhythm: "daily" | "weekly" | "monthly";
                            /** @default 1 */
                            day: number;
                            /** @default 480 */
                            minute: number;
                            /**
                             * @default ru
                             * @enum {string}
                             */
                            language: "ru" | "en";
                            /**
                             * @default [
                             *       "pdf",
                             *       "xlsx"
                             *     ]
                             */
                            formats: ("pdf" | "xlsx")[];
                            /** @default [] */
                            members: string[];
                            /** @default [] */
                            mails: string[];
                            /** @default true */
                            isOn: boolean;
                            /** @default 60 */
                            keep: number;
                            reportId: number;
                            viewName: string | null;
                            nextAt: string | null;
                            madeByName: string;
                            last: {
                                runId: number;
                                reportId: number;
                                firstDay: string;
                                lastDay: string;
                                /** @enum {string} */
                                status: "waiting" | "made" | "failed";
                                problem: ("viewGone" | "failed" | "givenUp") | null;
                                askedAt: string;
                                madeAt: string | null;
                                madeByName: string;
                                title: string;
                                files: {
                                    /** @enum {string} */
                                    format: "pdf" | "xlsx";
                                    bytes: number;
                                }[];
                                sent: number;
                                underway: number;
                                notSent: number;
                            } | null;
                        }[];
                        people: {
                            userId: string;
                            name: string;
                            email: string;
                        }[];
                        hasMail: boolean;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_createReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reportId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_changeReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reportId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_deleteReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reportId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_previewReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @default management
                     * @enum {string}
                     */
                    content?: "management" | "view";
                    /** @default null */
                    viewId?: number | null;
                    /**
                     * @default weekly
                     * @enum {string}
                     */
                    rhythm?: "daily" | "weekly" | "monthly";
                    /**
                     * @default ru
                     * @enum {string}
                     */
                    language?: "ru" | "en";
                    /** Format: date */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDocument"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_drawReport: {
        parameters: {
            query?: {
                rhythm?: "daily" | "weekly" | "monthly";
                language?: "ru" | "en";
                on?: string;
                format?: "pdf" | "xlsx";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_listRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reportId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: {
                            runId: number;
                            reportId: number;
                            firstDay: string;
                            lastDay: string;
                            /** @enum {string} */
                            status: "waiting" | "made" | "failed";
                            problem: ("viewGone" | "failed" | "givenUp") | null;
                            askedAt: string;
                            madeAt: string | null;
                            madeByName: string;
                            title: string;
                            files: {
                                /** @enum {string} */
                                format: "pdf" | "xlsx";
                                bytes: number;
                            }[];
                            sent: number;
                            underway: number;
                            notSent: number;
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_makeReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                reportId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    isSent?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_readRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDocument"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_keepRunFile: {
        parameters: {
            query?: {
                format?: "pdf" | "xlsx";
            };
            header?: never;
            path: {
                centerId: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    reports_sendRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listRosters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rosters: components["schemas"]["Roster"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rosterId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readRoster: {
        parameters: {
            query?: {
                firstDay?: string;
                lastDay?: string;
                teamId?: number;
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roster: components["schemas"]["Roster"];
                        members: components["schemas"]["RosterMember"][];
                        shifts: components["schemas"]["PlannedShift"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_deleteRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_stopRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_continueRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seconds: number;
                    weights?: components["schemas"]["RosterWeightsInput"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_editShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditResult"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_undoChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditResult"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: components["schemas"]["RosterChange"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readViolations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        violations: components["schemas"]["LawViolation"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_publishRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRoster"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_reviseRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rosterId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_compareRosters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
                otherId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: components["schemas"]["ObjectiveParts"] | null;
                        after: components["schemas"]["ObjectiveParts"] | null;
                        differences: components["schemas"]["ShiftDifference"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_exportRoster: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
                teamId?: number;
                queueId?: number;
                name?: string;
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_importRoster: {
        parameters: {
            query: {
                version: number;
                isTrial?: "true" | "false";
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedRoster"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listMyRosters: {
        parameters: {
            query?: {
                agentId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rosters: components["schemas"]["MyRoster"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_acknowledgeRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listReaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readers: components["schemas"]["RosterReader"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readHours: {
        parameters: {
            query: {
                firstDay: string;
                lastDay: string;
                teamId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["HoursRow"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_exportHours: {
        parameters: {
            query: {
                firstDay: string;
                lastDay: string;
                teamId?: number;
                format: "xlsx" | "csv";
                language?: "ru" | "en";
                sort?: string;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_exportFairness: {
        parameters: {
            query: {
                year: number;
                teamId?: number;
                sort?: string;
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readStanding: {
        parameters: {
            query: {
                firstDay: string;
                lastDay: string;
                agentId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hours: components["schemas"]["HoursRow"] | null;
                        wishes: components["schemas"]["WishOutcome"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_explainWishes: {
        parameters: {
            query: {
                firstDay: string;
                lastDay: string;
                agentId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refusals: components["schemas"]["WishRefusal"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readCoverage: {
        parameters: {
            query?: {
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readReport: {
        parameters: {
            query?: {
                isBrief?: "true" | "false";
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterReport"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_explainShift: {
        parameters: {
            query: {
                agentId: number;
                day: string;
            };
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftReason"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readPayHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rosterId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["PayRow"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readFairness: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        rows: components["schemas"]["FairnessRow"][];
                        spread: components["schemas"]["BurdenSpread"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readMyShifts: {
        parameters: {
            query?: {
                firstDay?: string;
                lastDay?: string;
                agentId?: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agent: {
                            agentId: number;
                            name: string;
                        } | null;
                        shifts: components["schemas"]["MyShift"][];
                        former: components["schemas"]["FormerShift"][];
                        feed: {
                            /** Format: date-time */
                            madeAt: string;
                        } | null;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_deleteFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listLaborRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["LaborRuleView"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createLaborOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaborOverrideDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        overrideId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_deleteLaborOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                overrideId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listShiftTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["ShiftTemplate"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createShiftTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftTemplateDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shiftTemplateId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_changeShiftTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                shiftTemplateId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftTemplateChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listRotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rotations: components["schemas"]["Rotation"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createRotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rotationId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_deleteRotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rotationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_changeRotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                rotationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_listActivities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activities: components["schemas"]["Activity"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_createActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_deleteActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                activityId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    schedule_changeActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                activityId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_listWhatIfs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whatIfs: components["schemas"]["WhatIfHead"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_createWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whatIfId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_readWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                whatIfId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_changeWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                whatIfId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_deleteWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                whatIfId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_cancelWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                whatIfId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    simulation_exportWhatIf: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
                whatIfId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_listRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["StaffingRule"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_setRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingRuleInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_listShrinkage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: components["schemas"]["Shrinkage"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_setShrinkage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds: components["schemas"]["ShrinkageInput"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_listRequirements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requirements: components["schemas"]["Requirement"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_createRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequirementDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requirementId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_readRequirement: {
        parameters: {
            query?: {
                queueId?: number;
                firstDay?: string;
                lastDay?: string;
            };
            header?: never;
            path: {
                centerId: number;
                requirementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requirement: components["schemas"]["Requirement"];
                        intervals: components["schemas"]["RequirementInterval"][];
                        days: components["schemas"]["RequirementDay"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_deleteRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                requirementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_renewRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                requirementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requirementId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_publishRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                requirementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_exportRequirement: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
                layout?: "rows" | "grid" | "exchange";
            };
            header?: never;
            path: {
                centerId: number;
                requirementId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_readHabits: {
        parameters: {
            query: {
                queueId: number;
            };
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueHabits"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_observeShrinkage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedInHours: number;
                        kinds: components["schemas"]["ObservedShrinkage"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_listSkillNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        skillNeeds: components["schemas"]["SkillNeed"][];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_createSkillNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillNeedDraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        skillNeedId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_deleteSkillNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                skillNeedId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    staffing_exportSkillNeed: {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                language?: "ru" | "en";
            };
            header?: never;
            path: {
                centerId: number;
                skillNeedId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_listWallboards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wallboards: components["schemas"]["Wallboard"][];
                        queues: {
                            queueId: number;
                            name: string;
                        }[];
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_createWallboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wallboardId: number;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_changeWallboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wallboardId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    scheme: components["schemas"]["SchemeInput"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_deleteWallboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wallboardId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_showWallboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wallboardId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownBoard"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_previewWallboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownBoard"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_makeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wallboardId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default null */
                    lastDay?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_revokeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centerId: number;
                wallboardId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_readWall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownBoard"];
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
    wallboards_followWall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            429: components["responses"]["SlowDown"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Broken"];
        };
    };
}
