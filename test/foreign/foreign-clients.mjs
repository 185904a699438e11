// The foreign clients that are drilled, each with the command that asks one question.
import process from 'node:process';

export const foreignClients = [
	{name: 'TypeScript SDK', command: [process.execPath, 'test/clients/typescript-sdk.mjs', '{prompt}']},
	{name: 'Python SDK 2', command: ['venv-2/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Python SDK 1', command: ['venv-1/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Python SDK 0.28', command: ['venv-lesson/bin/python', 'test/clients/python-sdk.py', '{prompt}']},
	{name: 'Vercel AI SDK', command: [process.execPath, 'test/clients/ai-sdk.mjs', '{prompt}']},
	{name: 'LangChain.js', command: [process.execPath, 'test/clients/langchain.mjs', '{prompt}']},
];
