using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Which mention covers each token, where spans say both their characters and their first and last token.</summary>
internal static class TokenCover
{
    /// <summary>No more tokens than the span has characters, whatever the numbers of the file are.</summary>
    /// <param name="item">A span that lies in the text.</param>
    public static void Add(Dictionary<long, int> byToken, JsonElement item, int mention)
    {
        if (item.Integer("token_end") is not { } last)
            return;

        var first = item.Integer("token_start") ?? last;
        var count = Math.Min(last - first, (item.Integer("end") - item.Integer("start")) ?? 0);
        for (var i = 0L; i <= count; i++)
            byToken.TryAdd(first + i, mention);
    }
}
