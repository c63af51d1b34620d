import { Mark } from '@/components/ui/mark';
import { LanguagePicker } from './language-picker';
import { CommandsButton, ExamplesButton, ProgramsButton, ShareButton } from './overlay-buttons';
import { RunControls } from './run-controls';
import { TimeLimit } from './time-limit';

export function Toolbar() {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-ground px-3 py-2 md:flex-nowrap md:gap-x-4">
      <h1 className="flex shrink-0 items-center gap-2 text-[0.9375rem] font-semibold tracking-tight">
        <Mark className="size-6" />
        <span className="max-sm:sr-only">Runbay</span>
      </h1>
      <LanguagePicker />
      <div className="order-last flex md:order-none">
        <ExamplesButton />
      </div>
      <div className="order-last flex min-w-0 flex-1 md:order-none md:ml-auto md:flex-none">
        <TimeLimit />
      </div>
      <div className="max-md:ml-auto">
        <RunControls />
      </div>
      {/* Ends the first row of a narrow window. */}
      <div className="h-0 basis-full md:hidden" />
      <div className="order-last flex gap-2 md:order-none">
        <ProgramsButton />
        <ShareButton />
        <CommandsButton />
      </div>
    </header>
  );
}
