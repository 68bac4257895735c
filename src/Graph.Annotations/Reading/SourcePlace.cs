namespace Graph.Annotations;

/// <summary>Where an annotation stands in the file that holds it, for diagnostics.</summary>
internal readonly record struct SourcePlace(SourceText Source, TextSpan Span)
{
    public static SourcePlace StartOf(SourceText source) => new(source, default);

    /// <summary>The start of a file that is not read for it.</summary>
    public static SourcePlace StartOf(AnnotationFile file) => StartOf(file.DisplayPath);

    /// <param name="path">As the user named it.</param>
    public static SourcePlace StartOf(string path) => new(new SourceText("", path), default);

    /// <summary>A whole line, counted from 1.</summary>
    public static SourcePlace Line(SourceText source, int line) => new(source, source.GetLine(line));
}

/// <summary>
/// A place by its file, line and column, counted from 1. What waits until all articles are read keeps this, as a source would keep the
/// text of its file alive.
/// </summary>
internal readonly record struct FilePlace(string Path, int Line, int Column)
{
    private const long MaximumLength = 1 << 20;

    public static FilePlace From(SourcePlace place)
    {
        var (line, column) = place.Source.GetPosition(Math.Min(place.Span.Start, place.Source.Text.Length));
        return new FilePlace(place.Source.Path, line, column);
    }

    public static FilePlace StartOf(string path) => new(path, 1, 1);

    /// <summary>Reads the line again, to show it. Of a large file, or one that is gone, only the numbers are shown.</summary>
    public SourcePlace Open()
    {
        var text = new FileInfo(Path.Length > 0 ? Path : ".") is { Exists: true, Length: <= MaximumLength }
            ? File.ReadLines(Path).Skip(Line - 1).FirstOrDefault("") : "";
        var start = Math.Min(Column - 1, text.Length);
        return new SourcePlace(new SourceText(text, Path, Line), TextSpan.FromBounds(start, text.Length));
    }
}
