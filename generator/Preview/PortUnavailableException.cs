namespace Fachinfo.Preview;

#pragma warning disable RCS1194 // It makes no sense without its message.
/// <summary>The preview cannot listen; the message says in German what to do.</summary>
public sealed class PortUnavailableException(string message, Exception innerException) : Exception(message, innerException);
