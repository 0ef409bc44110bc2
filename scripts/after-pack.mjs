// Sets the fuse that electron-builder's own section does not know; the others are set by electron-builder afterwards.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { join } from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  const name = packager.appInfo.productFilename;
  const executable = {
    darwin: `${name}.app`,
    mas: `${name}.app`,
    win32: `${name}.exe`,
    // Only the Linux packager has a name of its own for it.
    linux: /** @type {{ executableName: string }} */ (/** @type {unknown} */ (packager)).executableName,
  }[electronPlatformName];
  if (!executable) throw new Error(`no fuses are known for ${electronPlatformName}`);
  await flipFuses(join(appOutDir, executable), {
    version: FuseVersion.V1,
    // The renderer runs no WebAssembly that is hot enough to need them.
    [FuseV1Options.WasmTrapHandlers]: false,
  });
}
