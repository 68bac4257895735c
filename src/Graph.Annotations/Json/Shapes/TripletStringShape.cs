using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Relations as one string, as REBEL has them: <c>&lt;triplet> Mira Ek &lt;subj> Oslo &lt;obj> place of birth</c>, where further objects of
/// one subject follow it; its multilingual sibling writes the types of both in place of <c>subj</c> and <c>obj</c>. The ends are where the
/// text has their words first.
/// </summary>
internal sealed class TripletStringShape() : JsonShape("triplets in a string")
{
    private const string Begin = "triplet";

    public override bool Fits(JsonElement record) => FindField(record) is not null;

    public override bool FitsEmpty(JsonElement record) => record.Text("triplets") is not null && JsonTexts.FindKnown(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindKnown(root)!;
        var field = FindField(root) ?? "triplets";
        reading.CountUnread(root, [JsonTexts.FirstStep(name), field]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, name)!);
        foreach (var (source, target, relation) in ReadTriplets(root.Text(field) ?? ""))
        {
            if (Find(source, draft) is { } from && Find(target, draft) is { } to)
                draft.AddRelation(null, relation, from, to);
            else
                draft.Log.CountLoss("relations whose ends are not words of the text", 1, draft.Place);
        }

        yield return draft.ToArticle();
    }

    private static string? FindField(JsonElement record) => record.IsObject() && JsonTexts.FindKnown(record) is not null
        ? record.EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.String && JsonText.Get(property.Value) is var text
                && text.AsSpan().TrimStart().StartsWith($"<{Begin}>", StringComparison.Ordinal))
            .Select(JsonText.GetName)
            .FirstOrDefault()
        : null;

    private static IEnumerable<(TripletEnd Source, TripletEnd Target, string Relation)> ReadTriplets(string text)
    {
        // The words before each mark, and the mark behind them.
        var parts = Regex.Split(text, "<([a-z]+)>", RegexOptions.CultureInvariant);
        var (subject, rest) = ("", new List<(string Mark, string Words)>());
        for (var part = 1; part + 1 < parts.Length; part += 2)
        {
            var words = parts[part + 1].Trim();
            if (parts[part] == Begin)
                (subject, rest) = (words, []);
            else
                rest.Add((parts[part], words));
            if (rest.Count < 2)
                continue;
            yield return (new TripletEnd(subject, GetType(rest[0].Mark)), new TripletEnd(rest[0].Words, GetType(rest[1].Mark)),
                rest[1].Words);
            rest = [];
        }
    }

    private static string GetType(string mark) => mark is "subj" or "obj" ? "" : mark;

    private static int? Find(TripletEnd end, JsonArticleDraft draft) =>
        end.Words.Length > 0 && WordFinder.Find(draft.Text, end.Words) is >= 0 and var start
            ? draft.FindOrAddMention(new TextSpan(start, end.Words.Length), null, end.Type)
            : null;

    private readonly record struct TripletEnd(string Words, string Type);
}
