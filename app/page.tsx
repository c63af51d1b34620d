import { Playground } from '@/components/playground/playground';
import { colourProgram } from '@/lib/highlight/colour-program';
import { FIRST_PROGRAMS } from '@/lib/store/programs';

export default async function Page() {
  return <Playground firstLines={await colourProgram(FIRST_PROGRAMS.python, 'python')} />;
}
