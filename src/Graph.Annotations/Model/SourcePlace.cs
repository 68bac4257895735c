namespace Graph.Annotations;

/// <summary>Where an annotation stands in the file that holds it, for diagnostics.</summary>
internal readonly record struct SourcePlace(SourceText Source, TextSpan Span)
{
    public static SourcePlace StartOf(SourceText source) => new(source, default);

    /// <summary>A whole line, counted from 1.</summary>
    public static SourcePlace Line(SourceText source, int line) => new(source, source.GetLine(line));
}
