using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Takes the values of a text one after the other, and those of a list one by one, so that none but the present one is held.
/// </summary>
internal sealed class JsonValues(string text)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64, AllowMultipleValues = true };
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);
    private JsonReaderState state = new(Options);
    private int consumed;
    private int counted;
    private bool isInList;

    /// <summary>The character at which reading stands.</summary>
    public int Position { get; private set; }

    /// <exception cref="JsonException">What follows is no JSON.</exception>
    public bool TryRead(out JsonDocument document, out int position)
    {
        document = null!;
        position = 0;
        while (true)
        {
            Count(consumed);
            if (!isInList && bytes.AsSpan(consumed).IndexOfAnyExcept(" \t\r\n"u8) < 0)
                return false;

            var reader = new Utf8JsonReader(bytes.AsSpan(consumed), isFinalBlock: true, state);
            if (!reader.Read())
                return false;
            if (!isInList && reader.TokenType == JsonTokenType.StartArray && !BeginsPair(reader))
            {
                isInList = true;
                Move(reader);
            }
            else if (isInList && reader.TokenType == JsonTokenType.EndArray)
            {
                isInList = false;
                Move(reader);
            }
            else
            {
                Count(consumed + (int)reader.TokenStartIndex);
                position = Position;
                document = JsonDocument.ParseValue(ref reader);
                Move(reader);
                return true;
            }
        }
    }

    private void Move(Utf8JsonReader reader) => (consumed, state) = (consumed + (int)reader.BytesConsumed, reader.CurrentState);

    private void Count(int offset)
    {
        Position += Encoding.UTF8.GetCharCount(bytes.AsSpan(counted, offset - counted));
        counted = offset;
    }

    /// <summary>A text with what is annotated on it is one value, not a list of two.</summary>
    private static bool BeginsPair(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.String || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        reader.Skip();
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray;
    }
}
