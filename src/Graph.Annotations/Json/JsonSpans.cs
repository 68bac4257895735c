using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Turns the offsets of a record into spans of its text, whatever they count.</summary>
internal sealed class JsonSpans
{
    private readonly SpanUnit unit;
    private readonly int textLength;
    private readonly CodePointIndex? codePoints;
    private readonly TokenizedText? tokens;

    private JsonSpans(SpanUnit unit, int textLength, CodePointIndex? codePoints, TokenizedText? tokens)
    {
        (this.unit, this.textLength, this.codePoints, this.tokens) = (unit, textLength, codePoints, tokens);
    }

    /// <summary>How many units the text has.</summary>
    public int Length => tokens?.Tokens.Count ?? codePoints?.Length ?? textLength;

    /// <summary>From a string, or from an array of tokens; null where the value is neither.</summary>
    public static JsonSpans? Create(JsonElement value, SpanUnit unit, out string text)
    {
        text = "";
        if (value.ValueKind == JsonValueKind.String)
        {
            text = JsonText.Get(value);
            return unit is SpanUnit.Tokens or SpanUnit.TokensInclusive
                ? CreateFromTokens(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), unit, out text)
                : new JsonSpans(unit, text.Length, unit == SpanUnit.Characters ? new CodePointIndex(text) : null, null);
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(token => token.ValueKind != JsonValueKind.String))
            return null;
        return CreateFromTokens(value.EnumerateArray().Select(JsonText.Get), unit, out text);
    }

    public bool TryGet(long start, long end, out TextSpan span)
    {
        if (codePoints is not null)
            return codePoints.TryGetSpan(start, end, out span);

        var last = unit == SpanUnit.Tokens ? end - 1 : end;
        var isInside = start >= 0 && (tokens is null ? start < end && end <= textLength : start <= last && last < tokens.Tokens.Count);
        span = !isInside ? default : tokens is null ? TextSpan.FromBounds((int)start, (int)end) : tokens.Cover((int)start, (int)last);
        return isInside && span.Length > 0;
    }

    private static JsonSpans CreateFromTokens(IEnumerable<string> words, SpanUnit unit, out string text)
    {
        var tokens = new TokenizedText();
        foreach (var word in words)
            tokens.Add(word);
        text = tokens.ToString();
        // Offsets in characters still count in the joined text.
        return unit is SpanUnit.Tokens or SpanUnit.TokensInclusive
            ? new JsonSpans(unit, text.Length, null, tokens)
            : new JsonSpans(unit, text.Length, unit == SpanUnit.Characters ? new CodePointIndex(text) : null, null);
    }
}
