using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Time expressions: mentions of their own layer where the text has them, described entities where it does not, such as the date of the
/// article.
/// </summary>
internal sealed class NafTimes(XmlFile xml, NafText text, NafMentions mentions, string articleId)
{
    private const string Layer = "timeExpressions";
    private readonly Dictionary<string, Argument> byId = new(StringComparer.Ordinal);
    private readonly List<EntityDescription> withoutSpan = [];

    public ImmutableArray<EntityDescription> WithoutSpan => [.. withoutSpan];

    public void Read()
    {
        foreach (var time in xml.Root.Elements(Layer).Elements("timex3"))
        {
            var id = NafText.GetId(time, "tid");
            var type = (string?)time.Attribute("type") ?? "timex3";
            var value = (string?)time.Attribute("value") ?? "";
            var fragments = text.GetFragments(time.Element("span"));
            byId[id] = fragments.IsEmpty
                ? Describe(time, id, type, value)
                : new MentionArgument(AddMention(time, id, type, value, fragments));
        }
    }

    public Argument? Find(string id) => byId.GetValueOrDefault(id);

    private int AddMention(XElement time, string id, string type, string value, ImmutableArray<TextSpan> fragments) =>
        mentions.Add(new Mention(id, [type], fragments, xml.GetPlace(time))
        {
            Layer = Layer,
            Properties = [KeyValuePair.Create("value", Value.FromString(value))],
        });

    private EntityArgument Describe(XElement time, string id, string type, string value)
    {
        var place = xml.GetPlace(time);
        var entityId = $"{articleId}#{id}";
        withoutSpan.Add(new EntityDescription(entityId, type, [value], place)
        {
            Properties = [KeyValuePair.Create("value", Value.FromString(value))],
        });
        return new EntityArgument(entityId, place);
    }
}
