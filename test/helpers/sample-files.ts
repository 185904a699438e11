import {crc32, deflateSync} from 'node:zlib';

/** A real PNG, one colour, of a size in pixels; `bytes` makes the file that long by zeros after its end. */
export const png = (width: number, height: number, bytes = 0): Buffer => {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0], 8);
	const row = Math.ceil(width / 8) + 1;
	const whole = Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(row * height))),
		chunk('IEND', Buffer.alloc(0)),
	]);
	return Buffer.concat([whole, Buffer.alloc(Math.max(0, bytes - whole.length))]);
};

const chunk = (name: string, data: Buffer): Buffer => {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	framed.set(body, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
};

/** A small PDF with bytes that are no UTF-8, as real ones have. */
export const pdf = (): Buffer =>
	Buffer.concat([
		Buffer.from('%PDF-1.4\n%', 'latin1'),
		Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a, 0x00, 0xff]),
		Buffer.from(
			'1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
			'latin1',
		),
	]);
