import { completionSuite } from '@/lib/agentbay/engines/completion-suite';
import { engineSuite } from '@/lib/agentbay/engines/engine-suite';
import { filesSuite } from '@/lib/agentbay/engines/files-suite';
import { programsSuite } from '@/lib/agentbay/engines/programs-suite';
import { resultsSuite } from '@/lib/agentbay/engines/results-suite';
import { localEngine } from '@/lib/agentbay/engines/testing';
import { typescriptSuite } from '@/lib/agentbay/engines/typescript-suite';

engineSuite('local engine', () => localEngine());
resultsSuite('local engine', () => localEngine());
programsSuite('local engine', () => localEngine());
typescriptSuite('local engine', () => localEngine());
completionSuite('local engine', () => localEngine());
filesSuite('local engine', () => localEngine({ RUNBAY_WORKSPACE_MIB: '8' }));
