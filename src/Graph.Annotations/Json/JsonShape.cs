using System.Text.Json;

namespace Graph.Annotations;

/// <summary>One way in which tools and data sets write annotated text as JSON, recognised by the fields of its records.</summary>
internal abstract class JsonShape(string name)
{
    /// <summary>The tool or data set.</summary>
    public string Name => name;

    /// <summary>Whether the records of a file are read together.</summary>
    public virtual bool IsWholeFile => false;

    /// <summary>Whether the text may be in a file beside that is called like this one.</summary>
    public virtual bool HasTextBeside => false;

    public abstract bool Fits(JsonElement record);

    /// <summary>Whether a record of a file that is known to be of this shape fits it too, though nothing in it is annotated.</summary>
    public virtual bool FitsEmpty(JsonElement record) => false;

    /// <summary>The names of the files beside that hold the texts, where records do not.</summary>
    public virtual IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) => [];

    /// <summary>The articles of one record; mostly one.</summary>
    public abstract IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading);

    /// <summary>The articles of all records, where an article is spread over several.</summary>
    public virtual IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading) =>
        records.SelectMany(record => Read(record, reading));

    /// <summary>What another shape reads of a record that was turned into one of its own; the turned one is disposed.</summary>
    protected static IEnumerable<AnnotatedArticle> ReadTurned(
        JsonDocument turned, JsonShape shape, JsonRecord record, JsonReading reading)
    {
        using var whole = turned;
        foreach (var article in shape.Read(record with { Root = turned.RootElement }, reading))
            yield return article;
    }

    /// <summary>The same where it may have nothing annotated any more.</summary>
    protected static IEnumerable<AnnotatedArticle> ReadTurnedOrPlain(
        JsonDocument turned, JsonShape shape, JsonRecord record, JsonReading reading) =>
        ReadTurned(turned, shape.Fits(turned.RootElement) ? shape : JsonShapes.Plain, record, reading);
}
