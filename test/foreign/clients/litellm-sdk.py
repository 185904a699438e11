# LiteLLM, whose streams have the shape of OpenAI's Chat Completions.
import os
import sys

# It must not ask the network what models cost.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm

try:
    stream = litellm.completion(
        model="anthropic/claude-haiku-5-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": sys.argv[1]}],
        api_base=os.environ["ANTHROPIC_BASE_URL"],
        stream=True,
        stream_options={"include_usage": True},
    )
    usage = None
    for chunk in stream:
        print(chunk.choices[0].delta.content or "" if chunk.choices else "", end="", flush=True)
        usage = getattr(chunk, "usage", None) or usage
    print(f"\n{usage.completion_tokens if usage else None} tokens")
except Exception as error:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
    sys.exit(1)
