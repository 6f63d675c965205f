import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import { giveWay } from '../give-way.ts';
import { layOutPdf } from './lay-out-pdf.ts';
import type { PdfDocument } from './pdf-document.ts';

giveWay();

const require = createRequire(import.meta.url);
const fonts: TFontDictionary = require('pdfmake/fonts/Roboto.js');
const fontFolder = dirname(require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));

pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === fontFolder);

const drawn = new Uint8Array(await pdfmake.createPdf(layOutPdf(workerData as PdfDocument)).getBuffer());
parentPort?.postMessage(drawn, [drawn.buffer]);
