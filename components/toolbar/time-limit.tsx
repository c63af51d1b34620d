'use client';

import { Slider } from '@base-ui/react/slider';
import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { fill, fillPlural } from '@/lib/messages/messages';

export function TimeLimit() {
  const { locale, messages } = useTexts();
  const texts = messages.toolbar;
  const timeoutS = usePlayground((state) => state.timeoutS);
  const setTimeoutS = usePlayground((state) => state.setTimeoutS);
  const max = usePlayground((state) => state.server?.limits.timeoutS.max);
  const inWords = (seconds: number) => fillPlural(locale, texts.stopsAfter, seconds);

  return (
    <Slider.Root
      value={timeoutS}
      onValueChange={(value) => setTimeoutS(value)}
      min={1}
      max={max ?? 60}
      className="flex min-w-0 flex-1 items-center gap-3 md:flex-none"
    >
      <Slider.Label className="sr-only">{texts.timeLimit}</Slider.Label>
      <Slider.Control className="flex h-8 min-w-20 flex-1 touch-none items-center select-none md:w-20 md:flex-none lg:w-40 pointer-coarse:h-11">
        <Slider.Track className="h-1 w-full rounded-full bg-line select-none">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb
            getAriaValueText={(_, value) => inWords(value)}
            className="size-4 rounded-full border-2 border-accent bg-raised shadow-thumb has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-5"
          />
        </Slider.Track>
      </Slider.Control>
      <span
        aria-hidden="true"
        className="w-8 shrink-0 whitespace-nowrap text-muted tabular-nums max-md:text-right xs:max-md:w-37 xl:w-37"
      >
        <span className="max-xs:hidden md:max-xl:hidden">{inWords(timeoutS)}</span>
        <span className="hidden max-xs:inline md:max-xl:inline">
          {fill(texts.seconds, { count: timeoutS })}
        </span>
      </span>
    </Slider.Root>
  );
}
