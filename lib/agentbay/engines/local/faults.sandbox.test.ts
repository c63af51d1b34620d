/** As this process is: in CI root, with control groups where the host has them. */
import { faultsSuite } from './faults-suite';

faultsSuite('with what this host has');
