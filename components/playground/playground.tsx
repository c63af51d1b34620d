import { ActionsProvider } from '@/components/actions/actions-provider';
import { Overlays } from '@/components/actions/overlays';
import { PageActions } from '@/components/actions/page-actions';
import { EditorPane } from '@/components/editor/editor-pane';
import { ReplacedToast } from '@/components/examples/replaced-toast';
import { DropZone } from '@/components/files/drop-zone';
import { FilesActions } from '@/components/files/files-actions';
import { FilesToast } from '@/components/files/files-toast';
import { Settings } from '@/components/settings/settings';
import { SettingsActions } from '@/components/settings/settings-actions';
import { LinkOpener } from '@/components/share/link-opener';
import { Toolbar } from '@/components/toolbar/toolbar';
import type { Piece } from '@/lib/highlight/pieces';
import { Panes } from './panes';
import { Shortcuts } from './shortcuts';
import { SkipLink } from './skip-link';
import { StatusBar } from './status-bar';
import { PlaygroundProvider } from './store-provider';

/**
 * The whole page: program on one side, its console on the other, what is known about both around them.
 * `firstLines`: the first program in colours.
 */
export function Playground({ firstLines }: { firstLines: readonly Piece[][] }) {
  return (
    <PlaygroundProvider>
      <ActionsProvider>
        <SkipLink />
        <div className="page flex flex-col overflow-hidden">
          <Toolbar />
          <main className="flex min-h-0 flex-1 flex-col">
            <Panes editor={<EditorPane firstLines={firstLines} />} />
          </main>
          <StatusBar />
        </div>
        <ReplacedToast />
        <FilesToast />
        <DropZone />
        <Shortcuts />
        <PageActions />
        <FilesActions />
        <Overlays />
        <Settings />
        <SettingsActions />
        <LinkOpener />
      </ActionsProvider>
    </PlaygroundProvider>
  );
}
