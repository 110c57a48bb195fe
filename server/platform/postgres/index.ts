export { startEmbeddedPostgres, type EmbeddedPostgres, type PostgresProgress } from './launch.ts'
