// Starts a throwaway cluster, prints its folder, and waits to be killed.
import { startThrowawayCluster } from '@vungbuoc/server/postgres';
import { ask } from './sql.ts';

const cluster = await startThrowawayCluster();
process.stdout.write(String(await ask(cluster.ownerUrl, 'show data_directory')));
