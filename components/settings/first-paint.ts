import { DEFAULT_SETTINGS, SETTINGS_KEY, SETTINGS_VERSION } from '@/lib/store/settings';
import { appearanceOf, showAppearance } from '@/lib/store/settings-appearance';

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
})();`;
}
