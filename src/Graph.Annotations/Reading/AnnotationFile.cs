using System.Text;

namespace Graph.Annotations;

/// <summary>A file on disk under the name that the user gave it.</summary>
/// <param name="relativePath">Below the path that the user named, so that it is the same wherever that lies; with forward slashes.</param>
/// <param name="folder">Where it stands beside others; null where that is where its path says, which for what was packed it is not.</param>
internal sealed class AnnotationFile(string fullPath, string displayPath, string relativePath, string? folder = null)
{
    private const int HeadLength = 8192;
    private string? head;

    public string FullPath => fullPath;

    /// <summary>As the user would name it, with forward slashes.</summary>
    public string DisplayPath => displayPath;

    public string RelativePath => relativePath;

    public string Name { get; } = Path.GetFileName(fullPath);

    public string Folder { get; } = folder ?? Path.GetDirectoryName(fullPath)!;

    /// <summary>The name without its last extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>Lower case, with its dot.</summary>
    public string Extension { get; } = Path.GetExtension(fullPath).ToLowerInvariant();

    /// <summary>In bytes; 0 also for what has no length, such as a pipe.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public long Length =>
        new FileInfo(fullPath) is var info && info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target
            ? target.Length
            : info.Length;

    /// <summary>
    /// The first characters of the file, by which formats recognise it, without byte order marks; bytes that are no text come as U+FFFD.
    /// </summary>
    public string Head => head ??= ReadHead().TrimStart('\uFEFF');

    public string FirstLine => Head[..(Head.IndexOf('\n') is >= 0 and var end ? end : Head.Length)].TrimEnd('\r');

    /// <summary>To be called when the file has found its format, as a corpus may have a million files.</summary>
    public void ForgetHead() => head = null;

    /// <summary>The whole text. Bytes that are not UTF-8 are reported, with what they are read as.</summary>
    public SourceText ReadText(ReadingLog log)
    {
        var bytes = Length == 0 ? [] : File.ReadAllBytes(fullPath);
        var text = TextDecoder.Decode(bytes, out var condition);
        var source = new SourceText(text, displayPath);
        if (condition == TextCondition.Guessed)
            log.Report(ReadingDiagnostics.NotUtf8(SourcePlace.StartOf(source)));
        else if (condition == TextCondition.GuessedPairs)
            log.Report(ReadingDiagnostics.EastAsian(SourcePlace.StartOf(source)));
        else if (condition == TextCondition.GuessedLetters)
            log.Report(ReadingDiagnostics.Cyrillic(SourcePlace.StartOf(source)));
        else if (condition == TextCondition.Damaged)
            log.ReportMalformed(ReadingDiagnostics.NotUnicode(new SourcePlace(source,
                new TextSpan(Math.Max(0, text.IndexOf('\uFFFD')), 0))));
        return source;
    }

    /// <summary>A reader over the file's lines, for files that are read as a stream.</summary>
    public StreamReader OpenText() =>
        new(
            Length == 0 ? Stream.Null : File.OpenRead(fullPath),
            new UTF8Encoding(false),
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 1 << 16);

    /// <summary>A file of another folder under the name that the user would give it.</summary>
    public AnnotationFile Relate(string path)
    {
        var relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return new AnnotationFile(path, Join(displayPath, relative), Join(relativePath, relative));
    }

    private static string Join(string path, string relative)
    {
        var parts = new Stack<string>((Path.GetDirectoryName(path) ?? "").Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/'))
        {
            if (part != ".." || parts.Count == 0 || parts.Peek() == "..")
                parts.Push(part);
            else
                parts.Pop();
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join('/', parts.Reverse());
    }

    private string ReadHead()
    {
        if (Length == 0)
            return "";

        using var stream = File.OpenRead(fullPath);
        var buffer = new byte[HeadLength];
        var length = stream.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false);
        var text = TextDecoder.Decode(buffer.AsSpan(0, length), out _);
        // Of a line that is cut off nobody can tell what it is; the last line of a file is whole without an end.
        return length < HeadLength && text is not ([] or [.., '\n']) ? text + '\n' : text;
    }
}
