namespace Graph.Annotations;

/// <summary>What can be wrong with annotation files: <c>GR61nn</c>. All are warnings, as the rest of the file still loads.</summary>
internal static class ReadingDiagnostics
{
    public static Diagnostic NotUnicode(SourcePlace place) =>
        Warning("GR6101", place, "Some bytes of this file are not UTF-8; they are read as U+FFFD.");

    public static Diagnostic NotUtf8(SourcePlace place) =>
        Warning("GR6114", place, "This file is not UTF-8; it is read as Windows-1252.");

    public static Diagnostic EastAsian(SourcePlace place) =>
        Warning(
            "GR6114", place,
            "This file is not UTF-8; it is read as East Asian text of two bytes a character: GB 18030, EUC-KR or EUC-JP, "
                + "as its bytes show.");

    public static Diagnostic Cyrillic(SourcePlace place) =>
        Warning(
            "GR6114", place,
            "This file is not UTF-8; it is read as single bytes of Cyrillic or Greek: Windows-1251, KOI8-R or Windows-1253, "
                + "as its bytes show.");

    public const string MalformedId = "GR6102";

    public const string NoMentionId = "GR6117";

    public static Diagnostic Malformed(SourcePlace place, string what, string reason) =>
        Warning(MalformedId, place, $"This is no {what}: {reason}.");

    public static Diagnostic SurfaceMismatch(SourcePlace place, string recorded, string text) =>
        Warning("GR6103", place, $"The mention is recorded as '{Shorten(recorded)}', but the text there is '{Shorten(text)}'.");

    public static Diagnostic UnknownReference(SourcePlace place, string id, string? suggestion = null) =>
        Warning("GR6104", place, $"There is no annotation '{id}' in this article.{Near(suggestion)}");

    public static Diagnostic DuplicateId(SourcePlace place, string id) =>
        Warning("GR6105", place, $"The id '{id}' was used before; this annotation is left out.");

    public static Diagnostic SpanOutsideText(SourcePlace place, long start, long end, int length) =>
        Warning("GR6106", place, $"The span {start}-{end} does not lie in the text, which has {length} characters.");

    public static Diagnostic BadDate(SourcePlace place, string text, string reason) =>
        Warning("GR3007", place, $"'{text}' is no date: {reason}.");

    public static Diagnostic UnknownField(SourcePlace place, string name, string? suggestion) =>
        Warning("GR6107", place, $"'{name}' is not known here.{Near(suggestion)}");

    public static Diagnostic DuplicateArticle(SourcePlace place, string id, string key) =>
        Warning("GR6108", place, $"Another article has the id '{id}' already; this one is called '{key}'.");

    public static Diagnostic UnknownEntity(SourcePlace place, string id, string? suggestion) =>
        Warning("GR6109", place, $"No article mentions an entity with the id '{id}'.{Near(suggestion)}");

    public static Diagnostic Unreadable(SourcePlace place, string reason) =>
        Warning("GR6115", place, $"This cannot be read: {reason}.");

    /// <param name="name">The file wanted.</param>
    public static Diagnostic NoText(SourcePlace place, string name) =>
        Warning("GR6124", place, $"The text of these annotations, '{name}', is not beside them nor in a folder near; say where it is in "
            + "corpus.yaml: 'texts: FOLDER'.");

    public static Diagnostic NamedFileNotRead(SourcePlace place, string reason, IEnumerable<string> formats) =>
        Warning(
            "GR6116",
            place,
            $"No format reads this file: {reason}. There are {string.Join(", ", formats)}.") with
        { Severity = DiagnosticSeverity.Error };

    public static Diagnostic FileNotRead(SourcePlace place, string reason) =>
        Warning("GR6118", place, $"No format reads this file: {reason}.");

    public static Diagnostic NoMention(SourcePlace place) =>
        Warning(NoMentionId, place, "This article has a text and no mention, though others have some.");

    public static Diagnostic NoMentionAtAll(SourcePlace place, int articles) =>
        Warning(NoMentionId, place, articles == 1
            ? "This article has a text and no mention, and it is the only one."
            : $"None of {articles} articles with a text has a mention, a relation or an event; the first of them is here.");

    /// <param name="format">The format that took the file.</param>
    public static Diagnostic NothingInFile(SourcePlace place, string format) =>
        Warning("GR6125", place, $"This file was taken as '{format}', and no article, entity or table was found in it.");

    public static Diagnostic NothingRead(SourcePlace place) =>
        Warning("GR6119", place, "Nothing was read.");

    public static Diagnostic NoSuchType(SourcePlace place, string section, string name, string? suggestion) =>
        Warning("GR6120", place, $"No annotation has what '{section}' names here, '{name}'.{Near(suggestion)}");

    /// <summary>A note, as one alias file may serve several corpora.</summary>
    public static Diagnostic NoSuchSurface(SourcePlace place, string surface, string? suggestion) =>
        Note("GR6121", place, $"No mention reads '{Shorten(surface)}', so this row joins nothing.{Near(suggestion)}");

    public static Diagnostic NoSuchArticle(SourcePlace place, string name, string? suggestion) =>
        Warning("GR6122", place, $"No article has the file or id '{name}', so this row says nothing.{Near(suggestion)}");

    public static Diagnostic Loss(SourcePlace place, DiagnosticSeverity severity, string what, int count) =>
        Warning(
            "GR6123",
            place,
            $"Left out: {what}, {count.ToString(System.Globalization.CultureInfo.InvariantCulture)} in all; the first of them is in this "
                + $"file.") with
        {
            Severity = severity,
        };

    public static Diagnostic Failure(SourcePlace place, Exception exception) =>
        Warning("GR6199", place,
            $"Reading failed here in a way that should not be possible, and what follows in this file is left out: "
                + $"{exception.GetType().Name}, "
            + $"{exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Please report it, with this file if you can.");

    public static Diagnostic Warning(string id, SourcePlace place, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Warning, place.Source, place.Span, message);

    public static Diagnostic Note(string id, SourcePlace place, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Note, place.Source, place.Span, message);

    private static string Near(string? suggestion) => suggestion is null ? "" : $" Did you mean '{suggestion}'?";

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}
