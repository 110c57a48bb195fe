export { reachEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres, type PostgresProgress } from './launch.ts'
