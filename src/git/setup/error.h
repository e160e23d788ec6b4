#pragma once

#include "base/error.h"

namespace mw::git {

/// What went wrong with a repository, which one, and what to do about it.
class Error : public base::Error {
public:
    using base::Error::Error;
};

/// An object that the history needs is not in the clone: a blobless or damaged clone.
class MissingObject : public Error {
public:
    using Error::Error;
};

/// A partial clone was made without it; lazy_fetch.h brings it.
class LeftOut : public MissingObject {
public:
    using MissingObject::MissingObject;
};

/// An object is there and cannot be read.
class DamagedObject : public Error {
public:
    using Error::Error;
};

/// An object is there, whole for all that is known, and larger than this program reads.
class TooLargeObject : public Error {
public:
    using Error::Error;
};

/// What was read was asked to stop, by the token that its Repository was opened with.
class Stopped : public Error {
public:
    Stopped() : Error("The reading was stopped.") {}
};

} // namespace mw::git
