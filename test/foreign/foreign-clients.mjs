// The foreign clients that are drilled, each with the command that asks one question.
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** Where they are installed, and where the commands run. */
const folder = fileURLToPath(new URL('..', import.meta.url));

const all = [
	{name: 'TypeScript SDK', command: [process.execPath, 'test/clients/typescript-sdk.mjs', '{prompt}']},
	{name: 'Python SDK 2', command: ['venv-2/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Python SDK 1', command: ['venv-1/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Python SDK 0.28', command: ['venv-lesson/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Go SDK', command: ['go/client', '{prompt}']},
	{name: 'Vercel AI SDK', command: [process.execPath, 'test/clients/ai-sdk.mjs', '{prompt}']},
	{name: 'LangChain.js', command: [process.execPath, 'test/clients/langchain.mjs', '{prompt}']},
	{name: 'LiteLLM', command: ['venv-litellm/bin/python', 'test/clients/litellm-sdk.py', '{prompt}']},
];

/** Those that could be installed here: without Go, there is no Go SDK. */
export const foreignClients = all.filter(({command: [program]}) => existsSync(path.resolve(folder, program)));
