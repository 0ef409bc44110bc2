/** Entry of the desktop app. */
import { runElectronHost } from './hosts/electron/main.ts';

await runElectronHost();
