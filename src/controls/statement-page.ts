import './collecting-page.ts';
import './has-it-changed.ts';
