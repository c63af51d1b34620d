'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { Slider } from '@/components/ui/slider';
import { fill, fillPlural } from '@/lib/messages/messages';

export function TimeLimit() {
  const { locale, messages } = useTexts();
  const texts = messages.toolbar;
  const timeoutS = usePlayground((state) => state.timeoutS);
  const setTimeoutS = usePlayground((state) => state.setTimeoutS);
  const max = usePlayground((state) => state.server?.limits.timeoutS.max);
  const inWords = fillPlural(locale, texts.stopsAfter, timeoutS);

  return (
    <div className="flex min-w-0 flex-1 items-center gap-3 md:flex-none">
      <Slider
        aria-label={texts.timeLimit}
        aria-valuetext={inWords}
        value={timeoutS}
        onChange={setTimeoutS}
        min={1}
        max={max ?? 60}
        className="min-w-10 flex-1 md:w-20 md:flex-none lg:w-40"
      />
      <span
        aria-hidden="true"
        className="w-8 shrink-0 whitespace-nowrap text-muted tabular-nums max-md:text-right sm:max-md:w-37 xl:w-37"
      >
        <span className="max-sm:hidden md:max-xl:hidden">{inWords}</span>
        <span className="hidden max-sm:inline md:max-xl:inline">
          {fill(texts.seconds, { count: timeoutS })}
        </span>
      </span>
    </div>
  );
}
