namespace Graph.Annotations;

/// <param name="Number">Counted from 1.</param>
internal readonly record struct SourceLine(int Number, string Text, SourcePlace Place);

internal static class SourceLines
{
    /// <summary>A line without its end, counted from 1.</summary>
    public static string GetLineText(this SourceText source, int number) => source.GetText(source.GetLine(number));

    /// <summary>The lines of a text without their ends, one after the other.</summary>
    public static IEnumerable<SourceLine> ReadLines(this SourceText source, int first = 1)
    {
        for (var number = first; number <= source.LineCount; number++)
        {
            var span = source.GetLine(number);
            yield return new SourceLine(number, source.GetText(span), new SourcePlace(source, span));
        }
    }
}
