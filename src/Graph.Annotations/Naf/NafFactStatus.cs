using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// What the factuality and opinion layers say of predicates: certainty, polarity, tense, and who holds the opinion that they stand in.
/// </summary>
internal sealed class NafFactStatus(XmlFile xml, NafText text, NafMentions mentions, ReadingLog log)
{
    private readonly Dictionary<int, FactStatus> statuses = [];
    private readonly Dictionary<int, List<KeyValuePair<string, Value>>> properties = [];

    /// <param name="predicates">The fragments of each predicate, in the order of the events.</param>
    public void Read(ImmutableArray<ImmutableArray<TextSpan>> predicates)
    {
        foreach (var factuality in xml.Root
            .Elements("factualitylayer")
            .Elements("factuality")
            .Concat(xml.Root.Elements("factualities").Elements()))
            Apply(
                "factuality values without a predicate", factuality.Element("span"), predicates, index => AddFactuality(index, factuality));

        foreach (var opinion in xml.Root.Elements("opinions").Elements("opinion"))
        {
            var expression = opinion.Element("opinion_expression");
            Apply(
                "opinions without a predicate", expression?.Element("span"), predicates, index => AddOpinion(index, opinion, expression!));
        }
    }

    public FactStatus GetStatus(int predicate) => statuses.GetValueOrDefault(predicate, FactStatus.Asserted);

    public IEnumerable<KeyValuePair<string, Value>> GetProperties(int predicate) => properties.GetValueOrDefault(predicate) ?? [];

    private void Apply(string whatIsLost, XElement? span, ImmutableArray<ImmutableArray<TextSpan>> predicates, Action<int> apply)
    {
        var fragments = text.GetFragments(span);
        var isApplied = false;
        for (var i = 0; i < predicates.Length; i++)
        {
            if (predicates[i].IsEmpty || !fragments.Any(fragment => fragment.Contains(predicates[i][0])))
                continue;

            apply(i);
            isApplied = true;
        }

        if (!isApplied)
            log.CountLoss(whatIsLost);
    }

    private void AddFactuality(int predicate, XElement factuality)
    {
        foreach (var value in factuality.Elements("factVal"))
        {
            var name = ((string?)value.Attribute("resource") ?? "factuality").Replace("nwr:attribution", "", StringComparison.Ordinal);
            var text = (string?)value.Attribute("value") ?? "";
            AddProperty(predicate, char.ToLowerInvariant(name[0]) + name[1..], text);
            if (GetCertainty(name, text) is { } certainty)
                statuses[predicate] = GetStatus(predicate) with { Certainty = certainty };
        }
    }

    private void AddOpinion(int predicate, XElement opinion, XElement expression)
    {
        foreach (var name in new[] { "polarity", "strength" })
        {
            if ((string?)expression.Attribute(name) is { Length: > 0 } value)
                AddProperty(predicate, $"opinion{char.ToUpperInvariant(name[0])}{name[1..]}", value);
        }

        var holder = text.GetFragments(opinion.Element("opinion_holder")?.Element("span"));
        if (!holder.IsEmpty && mentions.Find(holder) is { } mention)
            statuses[predicate] = GetStatus(predicate) with
            {
                Certainty = GetStatus(predicate).Certainty ?? FactStatus.Claimed,
                ClaimedBy = new MentionArgument(mention)
            };
        else if (!holder.IsEmpty)
            AddProperty(predicate, "opinionHolder", text.Text[holder[0].Start..holder[^1].End]);
    }

    private void AddProperty(int predicate, string name, string value)
    {
        if (!properties.TryGetValue(predicate, out var list))
            properties[predicate] = list = [];
        if (!list.Exists(pair => pair.Key == name))
            list.Add(KeyValuePair.Create(name, Value.FromString(value)));
    }

    private static string? GetCertainty(string name, string value) => (name, value) switch
    {
        ("Polarity", "NEG") => FactStatus.Negated,
        ("Certainty", "UNCERTAIN" or "PROBABLE" or "POSSIBLE") => FactStatus.Speculated,
        _ => null,
    };
}
