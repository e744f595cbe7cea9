import './collecting-page.ts';
import './has-it-changed.ts';
import './report-error.ts';
