import type {HttpRequest} from './http-request.js';
import {requestAsCurl} from './request-as-curl.js';
import {requestAsPython} from './request-as-python.js';
import {requestAsTypeScript} from './request-as-typescript.js';

/** The languages a request can be written in. */
export const requestLanguages = ['curl', 'TypeScript', 'Python'] as const;
export type RequestLanguage = (typeof requestLanguages)[number];

const writers = {curl: requestAsCurl, TypeScript: requestAsTypeScript, Python: requestAsPython};

/** The request as a program, without a key in it. */
export function requestAs(language: RequestLanguage, request: HttpRequest): string {
	return writers[language](request);
}

/** The next language, or the first one after the last. */
export function languageAfter(language: RequestLanguage): RequestLanguage {
	return requestLanguages[requestLanguages.indexOf(language) + 1] ?? requestLanguages[0];
}
