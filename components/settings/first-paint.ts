import { SAVED_WORK_KEY } from '@/lib/store/saved-work';
import { DEFAULT_SETTINGS, SETTINGS_KEY, SETTINGS_VERSION } from '@/lib/store/settings';
import { appearanceOf, showAppearance } from '@/lib/store/settings-appearance';
import { SOURCE_FILES_KEY } from '@/lib/store/source-files';
import { TAB_KEY } from '@/lib/store/tab-storage';

/**
 * A script for the head of the page: shows the saved settings before anything is painted. Values
 * that it cannot judge are put right, like all others, when the store reads them.
 */
export function firstPaintScript(): string {
  return `(function () {
  var settings = ${JSON.stringify(DEFAULT_SETTINGS)};
  try {
    var saved = JSON.parse(localStorage.getItem(${JSON.stringify(SETTINGS_KEY)}));
    if (saved && saved.version === ${SETTINGS_VERSION}) {
      for (var key in settings) if (typeof saved[key] === typeof settings[key]) settings[key] = saved[key];
      settings.shares = settings.shares || {};
    }
  } catch (_) {}
  var matches = function (query) { return matchMedia(query).matches; };
  var appearance = (${appearanceOf.toString()})(settings, matches);
  (${showAppearance.toString()})(document.documentElement, appearance);
  // Who presses Run before the page is hydrated shall not have to press it again.
  addEventListener('click', function (event) {
    var root = document.documentElement.dataset;
    if (root.usable === undefined && event.target.closest('[data-early]')) root.early = 'run';
  });
  // Another program than the server's is on its way (store-provider.tsx).
  try {
    var tab = sessionStorage.getItem(${JSON.stringify(TAB_KEY)}) || localStorage.getItem(${JSON.stringify(TAB_KEY)});
    var kept = function (key) { return JSON.parse(localStorage.getItem(tab ? key + '@' + tab : key)); };
    var work = kept(${JSON.stringify(SAVED_WORK_KEY)});
    var files = kept(${JSON.stringify(SOURCE_FILES_KEY)});
    if ((work && (work.language !== 'python' || work.code.python !== undefined)) || (files && files.openPath))
      document.documentElement.dataset.work = 'kept';
  } catch (_) {}
})();`;
}

/** The same for a frame in another page, which has the colours that page asks for, and nobody's settings. */
export function framePaintScript(): string {
  return `(function () {
  var root = document.documentElement;
  var settings = ${JSON.stringify(DEFAULT_SETTINGS)};
  if (root.dataset.framed !== 'auto') settings.theme = root.dataset.framed;
  var matches = function (query) { return matchMedia(query).matches; };
  (${showAppearance.toString()})(root, (${appearanceOf.toString()})(settings, matches));
})();`;
}
