/** As this process is: in CI root, with control groups where the host has them. */
import { hostileSuite } from './hostile-suite';

hostileSuite('with what this host has', 'any');
