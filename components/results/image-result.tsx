import { X } from 'lucide-react';
import { useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { nameOfItem } from '@/lib/console/rich-forms';
import { fill } from '@/lib/messages/messages';
import { FootButton, FootLink, ResultFoot } from './result-foot';
import type { FormProps } from './result-form';
import { useKept } from './use-kept';

interface ImageResultProps extends FormProps {
  /** A data: URL. An SVG is an image too: so it runs no script and loads nothing. */
  source: string;
  format: 'PNG' | 'JPEG' | 'SVG';
}

export function ImageResult({ block, source, format, onFail, toggle }: ImageResultProps) {
  const [size, setSize] = useKept(block, 'size', { width: 0, height: 0 });
  const dialog = useRef<HTMLDialogElement>(null);
  const texts = useMessages().results;
  const name = nameOfItem(block.item) ?? texts.unnamedImage;
  const image = (
    // biome-ignore lint/performance/noImgElement: a data: URL has nothing to optimise
    <img
      src={source}
      alt={name}
      width={size.width || undefined}
      height={size.height || undefined}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
        if (width !== size.width || height !== size.height) setSize({ width, height });
      }}
      onError={() => onFail({ kind: 'image', values: { format } })}
    />
  );

  return (
    <>
      <button
        type="button"
        className="result-image"
        aria-label={fill(texts.openLarger, { name })}
        onClick={() => dialog.current?.showModal()}
      >
        {image}
      </button>
      <ResultFoot summary={[format, sizeInWords(size)].filter(Boolean).join(' · ')}>
        <FootLink href={source} download={`result.${format.toLowerCase()}`}>
          {texts.download}
        </FootLink>
        {toggle}
      </ResultFoot>
      <dialog
        ref={dialog}
        className="result-dialog"
        aria-label={name}
        // Escape closes it, and is not meant for the program as well.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <div className="result-dialog-head">
          <span className="truncate">{name}</span>
          <FootLink href={source} download={`result.${format.toLowerCase()}`}>
            {texts.download}
          </FootLink>
          <FootButton aria-label={texts.close} onClick={() => dialog.current?.close()}>
            <X className="size-4" aria-hidden="true" />
          </FootButton>
        </div>
        <div className="result-dialog-body">
          {/* biome-ignore lint/performance/noImgElement: a data: URL has nothing to optimise */}
          <img src={source} alt={name} />
        </div>
      </dialog>
    </>
  );
}

function sizeInWords({ width, height }: { width: number; height: number }): string {
  return width > 0 && height > 0 ? `${width} × ${height}` : '';
}
