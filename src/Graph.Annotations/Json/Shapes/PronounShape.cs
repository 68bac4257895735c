using System.Globalization;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// GAP and its like: a pronoun and two names of a text with their offsets, and for each name whether the pronoun means it.
/// <c>Pronoun</c>, <c>Pronoun-offset</c>, <c>A</c>, <c>A-offset</c>, <c>A-coref</c>, the same for <c>B</c>.
/// </summary>
internal sealed class PronounShape() : JsonShape("GAP")
{
    private const string Pronoun = "Pronoun";
    private const string Offset = "-offset";
    private const string Coreference = "-coref";
    private static readonly string[] Names = ["A", "B"];
    private static readonly HashSet<string> Taken = new(
        ["ID", "Text", "URL", .. Names.Prepend(Pronoun).SelectMany(name => new[] { name, name + Offset, name + Coreference })],
        StringComparer.Ordinal);

    /// <summary>Whether the columns of a table are those.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        names.Contains(Pronoun + Offset) && names.Contains(Names[0] + Coreference);

    public override bool Fits(JsonElement record) =>
        record.Text("Text") is not null && record.Text(Pronoun) is not null
        && Names.Prepend(Pronoun).All(name => record.Integer(name + Offset) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("Text")!;
        reading.CountUnread(root, Taken);
        var recorded = Names.Prepend(Pronoun)
            .Where(name => root.Integer(name + Offset) is not null && root.Text(name) is not null)
            .Select(name =>
        {
            var (start, words) = (root.Integer(name + Offset)!.Value, root.Text(name)!);
            return new RecordedMention(
                name, [name], [new RecordedSpan(start, start + new StringInfo(words).LengthInTextElements, null)], words, record.Place);
        }).ToList();
        var mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, reading.Log);
        var index = RecordedMentions.IndexById(mentions);
        var meant = Names.Where(name => bool.TryParse(root.Text(name + Coreference), out var isMeant) && isMeant && index.ContainsKey(name))
            .ToList();
        yield return new AnnotatedArticle(new ArticleMetadata(root.Text("ID"), Url: root.Text("URL")), text)
        {
            File = reading.File,
            Mentions = [.. mentions.Select(
                mention => mention with { Form = mention.Id == Pronoun ? MentionForm.Pronoun : MentionForm.Name })],
            Chains = meant.Count > 0 && index.TryGetValue(Pronoun, out var pronoun)
                ? [new CoreferenceChain(meant[0], [pronoun, .. meant.Select(name => index[name])], record.Place)]
                : [],
        };
    }
}
