using System.Text;

namespace Graph.Query.Execution;

/// <summary>The first or last string of each group, as UTF-8, whose bytes stand in the order of the code points.</summary>
internal sealed class TextExtremes(int sign) : KeptExtremes
{
    private byte[]?[] texts = [];

    public override void Resize(int count) => GroupArray.Resize(ref texts, count);

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        if (!column.AreTexts)
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (!column.TryGetUtf8(row, out var utf8))
                continue;

            ref var text = ref texts[groups[row]];
            if (text is null || utf8.SequenceCompareTo(text) * sign > 0)
                text = utf8.ToArray();
        }

        return true;
    }

    public override Value GetResult(int group) =>
        texts[group] is { } text ? Value.FromString(Encoding.UTF8.GetString(text)) : Value.Null;
}
