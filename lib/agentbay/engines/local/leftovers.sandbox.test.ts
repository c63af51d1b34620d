/** As this process is: in CI root, with control groups where the host has them. */
import { leftoversSuite } from './leftovers-suite';

leftoversSuite('with what this host has');
