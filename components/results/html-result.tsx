import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { readFrameMessage, type ToFrame } from '@/lib/console/frame-messages';
import { MAX_LIVE_FRAMES, Slots } from '@/lib/console/frame-slots';
import { fill } from '@/lib/messages/messages';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';
import { useKept } from './use-kept';
import { useThemeColors } from './use-theme-colors';

const slots = new Slots(MAX_LIVE_FRAMES);
const FIRST_HEIGHT = 80;

/** HTML of the program, in a frame that can reach nothing (app/frame). It is made when it comes into view. */
export function HtmlResult({ block, html, onFail, toggle }: FormProps & { html: string }) {
  const [height, setHeight] = useKept(block, 'frameHeight', FIRST_HEIGHT);
  const place = useRef<HTMLDivElement>(null);
  const { framesLive } = useMessages().results;
  const state = usePlaceForFrame(place);

  return (
    <>
      <div ref={place} className="result-frame" style={{ height }}>
        {state === 'live' ? (
          <LiveFrame
            html={html}
            onHeight={setHeight}
            onLeave={() => onFail({ kind: 'htmlLeft' })}
          />
        ) : null}
        {state === 'waiting' ? (
          <p className="result-note">{fill(framesLive, { count: MAX_LIVE_FRAMES })}</p>
        ) : null}
      </div>
      <ResultFoot summary="HTML">{toggle}</ResultFoot>
    </>
  );
}

interface LiveFrameProps {
  html: string;
  onHeight: (height: number) => void;
  onLeave: () => void;
}

function LiveFrame({ html, onHeight, onLeave }: LiveFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { html: title } = useMessages().results;
  const theme = useThemeColors();
  const isShown = useRef(false);
  const latest = useRef({ onHeight, onLeave });

  useEffect(() => {
    latest.current = { onHeight, onLeave };
  });

  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent) => {
      const target = frame.current?.contentWindow;
      if (!target || source !== target || origin !== 'null') return;
      const message = readFrameMessage(data);
      if (message?.type === 'height') latest.current.onHeight(message.height);
      if (message?.type === 'gone') latest.current.onLeave();
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  useEffect(() => {
    if (isShown.current) say(frame.current, { type: 'theme', theme });
  }, [theme]);

  // The first document is ours, and has no content before it has loaded; any other is none of ours.
  const onLoad = () => {
    if (isShown.current) return onLeave();
    isShown.current = true;
    say(frame.current, { type: 'show', html, theme });
  };

  return (
    <iframe
      ref={frame}
      src="/frame"
      title={title}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      onLoad={onLoad}
      style={{ colorScheme: theme.scheme }}
    />
  );
}

/** The origin of the frame is opaque: it cannot be named, and nothing that is said is a secret from it. */
function say(frame: HTMLIFrameElement | null, message: ToFrame): void {
  frame?.contentWindow?.postMessage(message, '*');
}

/** `idle` until it is first seen, then a live frame as soon as there is a place for one. */
function usePlaceForFrame(place: { current: HTMLElement | null }): 'idle' | 'waiting' | 'live' {
  const [state, setState] = useState<'idle' | 'waiting' | 'live'>('idle');

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let release = () => {};
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      setState('waiting');
      release = slots.request(() => setState('live'));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      release();
    };
  }, [place]);

  return state;
}
