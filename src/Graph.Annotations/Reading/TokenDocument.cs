using System.Text;

namespace Graph.Annotations;

/// <param name="Before">What stands before it in the text; null where the file does not say.</param>
internal sealed record PlacedToken(string Form, string? Before, string Tag, long? Start, long? End);

/// <summary>The text of a document, rebuilt from tokens that say what stands between them, and its sentences.</summary>
internal sealed class TokenDocument
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> tokens = [];
    private readonly List<string> tags = [];
    private readonly List<int> firstTokens = [0];
    private long lastEnd;

    public string Text => text.ToString();

    public ImmutableArray<TextSpan> Sentences =>
        [.. Enumerable.Range(0, firstTokens.Count - 1)
            .Where(number => CountTokens(number) > 0)
            .Select(number => tokens[firstTokens[number]].Cover(tokens[firstTokens[number + 1] - 1]))];

    public void Add(PlacedToken token)
    {
        var gap = token.Before ?? (tokens.Count == 0 || (token.Start is { } start && start == lastEnd) ? "" : " ");
        text.Append(gap);
        tokens.Add(new TextSpan(text.Length, token.Form.Length));
        tags.Add(token.Tag);
        text.Append(token.Form);
        lastEnd = token.End ?? -1;
    }

    public void EndSentence() => firstTokens.Add(tokens.Count);

    public int CountTokens(int sentence) => firstTokens[sentence + 1] - firstTokens[sentence];

    /// <summary>Tokens of a sentence counted from 0, end exclusive.</summary>
    public bool TryGetSpan(int sentence, long start, long end, out TextSpan span)
    {
        span = default;
        if (sentence < 0 || sentence + 1 >= firstTokens.Count || start < 0 || start >= end || end > CountTokens(sentence))
            return false;

        span = tokens[firstTokens[sentence] + (int)start].Cover(tokens[firstTokens[sentence] + (int)end - 1]);
        return span.Length > 0;
    }

    public int Count => tokens.Count;

    /// <summary>The runs of tags in one of the I/B notations.</summary>
    public void AddTags(int sentence, Action<string, TextSpan> add)
    {
        var sequence = new TagSequence();
        for (var token = firstTokens[sentence]; token < firstTokens[sentence + 1]; token++)
            sequence.Add(token, tags[token]);
        sequence.Break();
        foreach (var run in sequence.Runs)
            add(run.Type, tokens[run.First].Cover(tokens[run.Last]));
    }

    /// <summary>The runs of one tag; of tags in one of the I/B notations what these say.</summary>
    public void AddRuns(int sentence, Action<string, TextSpan> add)
    {
        if (tags.FindIndex(firstTokens[sentence], CountTokens(sentence), tag => !TagSequence.IsTag(tag)) < 0)
        {
            AddTags(sentence, add);
            return;
        }

        for (var token = firstTokens[sentence]; token < firstTokens[sentence + 1];)
        {
            var end = token + 1;
            while (end < firstTokens[sentence + 1] && tags[end] == tags[token])
                end++;
            if (tags[token] is not ("O" or ""))
                add(tags[token], tokens[token].Cover(tokens[end - 1]));
            token = end;
        }
    }
}
