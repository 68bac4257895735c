using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A list of chains beside a list of mentions with ids, whose name says that it is one: each is a list of ids, or an object that has one.
/// </summary>
/// <param name="List">The field of the record.</param>
/// <param name="Members">The field of each chain; empty where chains are lists.</param>
internal readonly record struct ChainListLayout(string List, string Members)
{
    private static readonly string[] Names = ["coref", "chain", "cluster"];

    /// <summary>Null where no list has nothing but ids of mentions.</summary>
    /// <param name="list">The field that holds the mentions.</param>
    public static ChainListLayout? Find(JsonElement record, string list, SpanFields fields)
    {
        foreach (var (name, items) in MentionNames.ListsBeside(record, list)
            .Where(beside => Array.Exists(Names, mark => beside.Name.Contains(mark, StringComparison.OrdinalIgnoreCase))))
        {
            var mentions = MentionNames.Read(new JsonField(list).GetAll(record), fields);
            if (items.TrueForAll(item => IsChain(item, mentions)))
                return new ChainListLayout(name, "");
            if (items[0].IsObject()
                && items[0].EnumerateObject().Select(JsonText.GetName)
                    .FirstOrDefault(field => !JsonPath.IsPath(field)
                        && items.TrueForAll(item => IsChain(item.Get(field), mentions))) is { } members)
                return new ChainListLayout(name, members);
        }

        return null;
    }

    /// <summary>The ids of one chain.</summary>
    public IEnumerable<string> Read(JsonElement chain) => (Members.Length == 0 ? chain : chain.Get(Members)).Texts();

    private static bool IsChain(JsonElement value, MentionNames mentions) =>
        value.IsArray() && value.GetArrayLength() > 0 && value.Items().All(mentions.HasId);
}
