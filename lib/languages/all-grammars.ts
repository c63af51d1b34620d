/** What the full editor knows of each language; its grammars are fetched when a program of one is shown. */
import './java/grammar';
import './javascript/grammar';
import './python/grammar';
import './r/grammar';
import './typescript/grammar';
