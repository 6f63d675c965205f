import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import { giveWay } from '../give-way.ts';
import { layOutPdf } from './lay-out-pdf.ts';
import type { PdfDocument } from './pdf-document.ts';

/** A document, or the module that writes it from its input. */
export type PdfWork = { document: PdfDocument } | { module: string; input: unknown };

giveWay();

const require = createRequire(import.meta.url);
const fonts: TFontDictionary = require('pdfmake/fonts/Roboto.js');
const fontFolder = dirname(require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));

pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === fontFolder);

const work: PdfWork = workerData;
const document: PdfDocument =
  'document' in work ? work.document : (await import(work.module)).writeDocument(work.input);
const drawn = new Uint8Array(await pdfmake.createPdf(layOutPdf(document)).getBuffer());
parentPort?.postMessage(drawn, [drawn.buffer]);
