export { noteBackup } from './note-backup.ts'
export { writeBackup, type BackupReport } from './write-backup.ts'
export { restoreBackup, type RestoreReport } from './restore-backup.ts'
