# The official Python SDK, in any version, used as its documentation shows.
import sys

import anthropic

client = anthropic.Anthropic()
try:
    with client.messages.stream(
        model="claude-haiku-5-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": sys.argv[1]}],
    ) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
        print(f"\n{stream.get_final_message().usage.output_tokens} tokens")
except Exception as error:
    print(f"{type(error).__name__}: {error} {error.__cause__ or ''}", file=sys.stderr)
    sys.exit(1)
